use super::*;
#[test]
fn shipped_packs_load() {
    if let Err(e) = shipped() {
        panic!("{e}")
    }
}
