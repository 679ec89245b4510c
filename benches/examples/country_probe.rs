use shequ::kernel::{Day, Id as _, Unwatched};
use shequ::organisation::*;
#[derive(Clone, Copy)]
struct Instant(u64);
impl Instant {
    fn now() -> Self {
        Self(std::fs::read_to_string("/proc/self/schedstat").unwrap().split(' ').next().unwrap().parse().unwrap())
    }
    fn elapsed(self) -> std::time::Duration {
        std::time::Duration::from_nanos(Self::now().0 - self.0)
    }
}
type Col = Vec<Option<String>>;
fn csv(path: &str) -> Vec<Col> {
    let text = std::fs::read_to_string(path).unwrap();
    let n = text.lines().next().unwrap().split(',').count();
    let mut cols = vec![Vec::new(); n];
    for line in text.lines().skip(1) {
        for (i, cell) in line.split(',').enumerate() {
            cols[i].push(Some(cell.to_owned()));
        }
    }
    cols
}
fn rss() -> String {
    let s = std::fs::read_to_string("/proc/self/status").unwrap();
    s.lines().filter(|l| l.starts_with("VmHWM") || l.starts_with("VmRSS")).collect::<Vec<_>>().join(" ")
}
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    for file in ["units.csv", "history.csv"] {
        let cols = csv(&format!("{dir}/{file}"));
        println!("{file} {} rows {}", cols[0].len(), rss());
        let units = UnitTable {
            code: Some(&cols[0]),
            parent: Some(&cols[3]),
            from: cols.get(4).map(|c| c as &dyn Texts),
            until: cols.get(5).map(|c| c as &dyn Texts),
            ..UnitTable::new(&cols[1], &cols[2])
        };
        for _ in 0..3 {
            let t = Instant::now();
            let o = match Organisation::from_units("国".into(), &units, &mut Unwatched) {
                Ok(o) => o,
                Err(e) => {
                    println!("{} faults; {e}", e.faults().count());
                    return;
                }
            };
            println!("build {:?} {}", t.elapsed(), rss());
            let days: Vec<Day> =
                ["2017-10-31", "2018-10-31", "2019-10-31", "2020-06-30", "2021-10-31", "2022-10-31", "2023-06-30"]
                    .iter()
                    .map(|d| d.parse().unwrap())
                    .collect();
            let t = Instant::now();
            let s = o.at(days[6]);
            println!("snapshot {:?} len {}", t.elapsed(), s.len());
            let villages: Vec<String> = o
                .keys()
                .iter()
                .filter(|k| k.as_str().len() == 12)
                .step_by(5)
                .take(100_000)
                .map(|k| k.to_string())
                .collect();
            let t = Instant::now();
            let ids: Vec<UnitId> = o.ids(villages.iter().map(String::as_str)).into_iter().flatten().collect();
            println!("ids {:?}", t.elapsed());
            let t = Instant::now();
            let l = s.ancestors(&ids);
            println!("static ancestors {:?} {}", t.elapsed(), l.units().len());
            let pairs: Vec<_> = ids.iter().copied().zip(ids.iter().rev().copied()).collect();
            let t = Instant::now();
            let l = s.common_ancestors(&pairs);
            println!("common {:?} {}", t.elapsed(), l.len());
            let counties: Vec<UnitId> = s.units().filter(|u| u.key().len() == 6).map(|u| u.id()).collect();
            let t = Instant::now();
            let l = s.descendants(&counties);
            println!("static descendants {:?} {} {}", t.elapsed(), counties.len(), l.units().len());
            let asked: Vec<(UnitId, Day)> = ids.iter().enumerate().map(|(i, u)| (*u, days[i * 7919 % 7])).collect();
            let t = Instant::now();
            let l = o.ancestors_on(&asked);
            println!("as-of ancestors {:?} {}", t.elapsed(), l.units().len());
            let asked: Vec<(UnitId, Day)> =
                counties.iter().take(2000).enumerate().map(|(i, u)| (*u, days[i * 7919 % 7])).collect();
            let t = Instant::now();
            let l = o.descendants_on(&asked);
            println!("as-of descendants {:?} {}", t.elapsed(), l.units().len());
            let amounts = Amounts::new((0..o.len()).map(|i| Some((i % 97) as i64))).unwrap();
            let t = Instant::now();
            let mut sum = 0;
            for d in &days {
                let r = o.rollup(*d, &amounts).unwrap();
                sum += r.sums()[0];
            }
            println!("rollup 7 days {:?} {sum}", t.elapsed());
            let t = Instant::now();
            let c = o.changes(&days, Some("province")).unwrap();
            let sum =
                |f: &dyn Fn(&ChangeCounts) -> u32| c.iter().flat_map(|c| &c.areas).map(|(_, n)| f(n)).sum::<u32>();
            println!(
                "changes {:?} added {} dropped {} renamed {} moved {} converted {} recoded {} areas {}",
                t.elapsed(),
                sum(&|n| n.added),
                sum(&|n| n.dropped),
                sum(&|n| n.renamed),
                sum(&|n| n.moved),
                sum(&|n| n.converted),
                sum(&|n| n.recoded),
                c[0].areas.len()
            );
            println!("{}", rss());
        }
    }
}
