use crate::kernel::{Ratio, Unwatched};

use super::polytope::WeightBox;
use super::search::search;
use super::stream::{Purpose, Stream};
use super::wishes::{Wish, Wishes};

#[test]
#[ignore]
fn experiment() {
    let var = |n: &str, d: u64| std::env::var(n).ok().and_then(|v| v.parse().ok()).unwrap_or(d);
    let (m, n, seed, limit) = (var("M", 77) as usize, var("N", 30) as usize, var("S", 1), var("L", 2000));
    let spread = Ratio::new(var("SP", 25) as i64, 100).unwrap();
    let mut s = Stream::new(seed, Purpose::Sample, 0);
    let grid = var("GRID", 21);
    let rows: Vec<Vec<i64>> = (0..m).map(|_| (0..n).map(|_| s.below(grid) as i64).collect()).collect();
    let weights: Vec<Ratio> = (0..n).map(|_| Ratio::from(1 + s.below(5) as i64)).collect();
    let space = WeightBox::around(&weights, &spread).unwrap();
    for a in 0..m {
        for worst in [false, true] {
            let mut always = 0;
            let mut list = Vec::new();
            for b in 0..m {
                if a == b { continue }
                let slopes: Vec<i64> = rows[b].iter().zip(&rows[a]).map(|(x, y)| if worst { x - y } else { y - x }).collect();
                let (lo, hi) = space.range(&slopes);
                let strict = worst;
                if lo > 0 || (lo == 0 && !strict) { always += 1 } else if hi > 0 || (hi == 0 && !strict) { list.push(Wish { slopes, strict }) }
            }
            let wishes = Wishes::new(&space, list);
            let t = std::time::Instant::now();
            let f = search(&wishes, limit, &mut Unwatched).unwrap();
            let r = |k: usize| if worst { 1 + always + k } else { m - always - k };
            println!("unit {a} {} undecided {} rank {} bound {} nodes {} steps {} {:?} {}", if worst {"worst"} else {"best"}, wishes.len(), r(f.met), r(f.most), f.nodes, f.steps, t.elapsed(), if f.met == f.most {"proven"} else {"OPEN"});
        }
    }
}
