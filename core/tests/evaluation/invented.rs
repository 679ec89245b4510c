//! An invented contract of any size with every kind of rule, for tests and measurements. The same seed gives the same.

use std::fmt::Write as _;

use shequ::wire::{Column, Table};

/// A small generator of its own (splitmix64), so that the data never change with a dependency.
pub struct Draws(pub u64);

impl Draws {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: impl TryInto<u64, Error: std::fmt::Debug>) -> i64 {
        i64::try_from(self.next() % n.try_into().unwrap()).unwrap()
    }
}

const RULES: [&str; 10] = [
    "rule = \"linear\", target = 12",
    "rule = \"rate\"",
    "rule = \"met\", target = 95, scale = 1",
    "rule = \"linear-down\", target = 3, worst = 15, scale = 1",
    "rule = \"deduct\", each = \"0.5\"",
    "rule = \"linear\", target = \"87.5\", cap = \"1.2\", scale = 2, missing = \"zero\"",
    "rule = \"tiers\", scale = 1, tiers = [{ least = 90, share = 1 }, { least = 80, share = \"0.9\" }, { least = 60, share = \"0.6\" }]",
    "rule = \"deduct\", events = [{ key = \"minor\", each = \"0.25\" }, { key = \"major\", each = 2 }]",
    "rule = \"rate\", target = \"0.95\"",
    "rule = \"ballots\", classes = [{ key = \"residents\", weight = \"0.5\" }, { key = \"street\", weight = \"0.5\" }]",
];

/// A scheme of so many indicators in groups of five, the rules in turn, each worth 3.5 points.
pub fn scheme(indicators: usize) -> String {
    let mut out = String::from(
        "format = \"shequ.scheme/1\"\ntitle = { zh = \"考核\", en = \"review\" }\nsubject = \"unit\"\nbonus_cap = 5\n",
    );
    for i in 0..indicators {
        if i % 5 == 0 {
            let _ = writeln!(out, "[[groups]]\nkey = \"g{}\"", i / 5);
        }
        let _ = writeln!(out, "[[groups.indicators]]");
        let rule = RULES[i % RULES.len()].replace(", rule", "\nrule");
        let _ = write!(out, "key = \"i{i:02}\"\npoints = \"3.5\"\n");
        let _ = writeln!(out, "{}", lines(&rule));
    }
    out.push_str(
        "[[bonuses]]\nkey = \"honour\"\neach = 2\ncap = 4\n[[bonuses]]\nkey = \"pilot\"\neach = \"0.3\"\ncap = \"0.9\"\n\
         [[penalties]]\nkey = \"late\"\neach = \"0.25\"\n\
         [[vetoes]]\nkey = \"fraud\"\neffect = \"zero\"\n\
         [[vetoes]]\nkey = \"accident\"\neffect = \"cap-grade\"\ngrade = \"合格\"\n\
         [[grades]]\nkey = \"优秀\"\nleast = 90\n[[grades]]\nkey = \"良好\"\nleast = 80\n\
         [[grades]]\nkey = \"合格\"\nleast = 60\n[[grades]]\nkey = \"不合格\"\n\
         [ranking]\nbasis = \"rounded\"\nties = \"min\"\ntie_break = [\"i00\", \"i01\"]\n\
         [award]\nshare = \"0.3\"\nleast = 60\n",
    );
    out
}

/// The parameters of a rule, one a line: commas inside brackets stay.
fn lines(rule: &str) -> String {
    let mut depth = 0;
    rule.chars()
        .map(|c| {
            depth += i32::from("[{".contains(c)) - i32::from("]}".contains(c));
            if c == ',' && depth == 0 { '\n' } else { c }
        })
        .collect()
}

/// Values for so many units, every thirtieth value of an indicator missing.
pub fn table(units: usize, indicators: usize, seed: u64) -> Table {
    let mut draws = Draws(seed);
    let unit = |u: usize| Some(format!("社区 {u:05}"));
    let mut columns = vec![
        ("unit".to_owned(), Column::Text((1..=units).map(unit).collect())),
        ("group".to_owned(), Column::Text((0..units).map(|u| Some(["village", "new"][u % 2].to_owned())).collect())),
    ];
    let mut decimals = |most: u64, scale: u8, holes: bool| {
        let cells = (0..units).map(|_| {
            let value = draws.below(most);
            (!holes || draws.below(30) != 0).then_some(value.into())
        });
        Column::Decimal { cells: cells.collect(), scale }
    };
    for i in 0..indicators {
        let key = format!("i{i:02}");
        match i % RULES.len() {
            0 => columns.push((key, decimals(16, 0, true))),
            2 | 6 => columns.push((key, decimals(1001, 1, true))),
            3 => columns.push((key, decimals(200, 1, true))),
            5 => columns.push((key, decimals(12_000, 2, true))),
            4 => columns.push((key, decimals(9, 0, true))),
            1 | 8 => {
                let under = decimals(40, 0, false);
                let over = match (&under, decimals(40, 0, false)) {
                    (Column::Decimal { cells: d, .. }, Column::Decimal { cells: n, scale }) => {
                        let cells = n.iter().zip(d).map(|(n, d)| n.zip(*d).map(|(n, d): (i128, i128)| n.min(d)));
                        Column::Decimal { cells: cells.collect(), scale }
                    }
                    _ => unreachable!(),
                };
                columns.push((format!("{key}_numerator"), over));
                columns.push((format!("{key}_denominator"), under));
            }
            7 => {
                columns.push((format!("{key}_minor"), decimals(5, 0, true)));
                columns.push((format!("{key}_major"), decimals(2, 0, false)));
            }
            _ => {
                for class in ["residents", "street"] {
                    for choice in ["excellent", "competent", "basic", "incompetent", "abstain"] {
                        columns.push((format!("{key}_{class}_{choice}"), decimals(20, 0, false)));
                    }
                }
            }
        }
    }
    columns.push(("honour".to_owned(), decimals(3, 0, false)));
    columns.push(("pilot".to_owned(), decimals(5, 0, false)));
    columns.push(("late".to_owned(), decimals(4, 0, false)));
    let mut held = |one_in: u64| Column::Bool((0..units).map(|_| Some(draws.below(one_in) == 0)).collect());
    columns.push(("fraud".to_owned(), held(50)));
    columns.push(("accident".to_owned(), held(20)));
    Table::new(columns).unwrap()
}
