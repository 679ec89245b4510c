//! The lot that breaks a tie (抽签), in the style of RFC 3797: anyone who knows the seed and the tied can draw again.

use super::ElectionError;
use crate::kernel::{Digest, Key, Result};
use crate::wire::participation_election::TieDraw;

/// Draws so many of the tied by a published seed.
///
/// The procedure, which a bystander can repeat by hand:
///
/// 1. Before the result is known, announce where the seed will come from: a lottery, a share index of a later day.
/// 2. Sort the tied by the bytes of their keys in UTF-8, and number them from 0.
/// 3. For the draws 1, 2, 3 ...: take the SHA-256 of the number of the draw, the seed and all the tied in their order, each
///    followed by a line feed. Read the digest as a number, divide it by how many are left; the remainder is the place of
///    the one drawn among those left.
///
/// The text is the same for each draw but for its number: all the tied stand in it, drawn or not.
///
/// ```
/// use shequ::participation::election::draw;
/// let tied = ["b", "a", "c"].map(|key| key.parse().unwrap());
/// let draws = draw("2026-03-02 07 11 24 30", &tied, 1)?;
/// // printf '1\n2026-03-02 07 11 24 30\na\nb\nc\n' | sha256sum
/// assert_eq!(draws[0].digest, shequ::kernel::Digest::of_bytes(b"1\n2026-03-02 07 11 24 30\na\nb\nc\n"));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// Source: D. Eastlake, *Publicly Verifiable Nominations Committee (NomCom) Random Selection*, RFC 3797, 2004, with
/// SHA-256 in place of MD5.
///
/// # Errors
/// `lot-seed`.
pub fn draw(seed: &str, tied: &[Key], seats: u32) -> Result<Vec<TieDraw>> {
    if seed.trim().is_empty() || seed.contains(char::is_control) {
        return Err(ElectionError::Seed.into());
    }
    let mut all: Vec<&Key> = tied.iter().collect();
    all.sort_unstable();
    all.dedup();
    let mut text = format!("{seed}\n");
    for key in &all {
        text.push_str(key.as_str());
        text.push('\n');
    }
    let mut draws = Vec::new();
    for number in 1..=seats {
        let Some(left) = u32::try_from(all.len()).ok().filter(|n| *n > 0) else { break };
        let digest = Digest::of_bytes(format!("{number}\n{text}").as_bytes());
        // The digest as a number with its greatest byte first, divided by how many are left.
        let remainder =
            digest.bytes().iter().fold(0_u64, |rest, byte| (rest * 256 + u64::from(*byte)) % u64::from(left));
        let drawn = all.remove(usize::try_from(remainder).unwrap_or(0)).clone();
        let remainder = u32::try_from(remainder).unwrap_or(0);
        draws.push(TieDraw { draw: number, digest, remainder, left, drawn });
    }
    Ok(draws)
}
