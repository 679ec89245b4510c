//! Letters signed layer by layer (层层签订责任书): a register, and the check that no layer is missing.

use std::collections::{BTreeMap, BTreeSet};

use super::check::named;
use crate::kernel::error::faults;
use crate::kernel::{Day, Document, Explanation, Faults, How, Key, Lang, Likely, Period, Quantity, Rate, Result, Text};
use crate::organisation::{Snapshot, UnitView};
use crate::wire::evaluation::{
    LetterDraft, LetterGap, LetterGapKind, LetterReport, LettersDraft, StrayKind, StrayLetter,
};

faults! {
    /// Faults of a register of letters.
    pub enum LetterError: Scheme {
        /// A key that stands twice.
        KeyTwice { key: String, list: String } => "letters-key-twice", "the key `{key}` stands twice in `{list}`", "give each its own key";
        /// A parent that is not in the list.
        UnknownParent { parent: String } => "letters-unknown-parent", "there is no unit `{parent}`", "add it to `units`";
        /// Units that lie in each other.
        Cycle { path: String } => "letters-cycle", "the units lie in a circle: {path}", "give one of them another parent";
        /// A unit that signs with itself.
        WithItself { unit: String } => "letter-with-itself", "`{unit}` signs with itself", "name the unit above it";
        /// A letter that ends before it is signed.
        EndsEarly { signed: Day, until: Day } => "letter-ends-early", "the letter ends on {until}, not after it is signed on {signed}", "correct one of the days";
    }
}

/// A register of signed letters, `shequ.letters/1`.
///
/// ```
/// use shequ::evaluation::Letters;
/// use shequ::kernel::Document;
/// let letters = Letters::parse(r#"{"format": "shequ.letters/1", "title": "2025",
///     "units": [{"key": "d", "label": "区"}, {"key": "s", "label": "街道", "parent": "d"},
///               {"key": "c1", "label": "社区 01", "parent": "s"}, {"key": "c2", "label": "社区 02", "parent": "s"}],
///     "letters": [{"key": "1", "upper": "d", "lower": "s", "signed": "2025-01-10"},
///                 {"key": "2", "upper": "s", "lower": "c1", "signed": "2025-01-20"},
///                 {"key": "3", "upper": "d", "lower": "c2", "signed": "2025-01-20"}]}"#)?;
/// let report = letters.report("2025-03-01".parse()?);
/// assert_eq!((report.signed, report.units), (2, 3));
/// let gap = &report.gaps[0];
/// assert_eq!((gap.unit.as_str(), gap.upper.as_str(), gap.letter.as_deref()), ("c2", "s", Some("3")));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Letters {
    title: Text,
    tree: Tree,
    signed: Vec<LetterDraft>,
}

/// Units, each after the one above it.
#[derive(Debug, Clone, Default)]
struct Tree {
    keys: Vec<String>,
    labels: Vec<Text>,
    parents: Vec<Option<usize>>,
}

impl Tree {
    /// The units from the one above a unit to the top.
    fn above(&self, unit: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.parent(unit), |at| self.parent(*at))
    }

    fn parent(&self, unit: usize) -> Option<usize> {
        self.parents.get(unit).copied().flatten()
    }

    fn key(&self, unit: usize) -> &str {
        self.keys.get(unit).map_or("", String::as_str)
    }
}

impl Document for Letters {
    const FORMAT: &'static str = "shequ.letters/1";
    const ROOT: &'static str = "letters";
    type Draft = LettersDraft;

    fn check(draft: LettersDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let tree = tree(&mut faults, &draft);
        let mut seen = BTreeSet::new();
        for (i, letter) in draft.letters.iter().enumerate() {
            let at = format!("letters[{i}]");
            if !seen.insert(&letter.key) {
                let cause = LetterError::KeyTwice { key: letter.key.to_string(), list: "letters".into() };
                faults.push(format!("{at}.key"), cause);
            }
            if letter.upper == letter.lower {
                faults.push(format!("{at}.lower"), LetterError::WithItself { unit: letter.lower.to_string() });
            }
            if let Some(until) = letter.until.filter(|until| *until <= letter.signed) {
                faults.push(format!("{at}.until"), LetterError::EndsEarly { signed: letter.signed, until });
            }
        }
        faults.into_result()?;
        Ok(Self { title: draft.title, tree, signed: draft.letters })
    }
}

/// How far down each thing lies that may have another above it; circles are told once each, from the first thing in them.
pub(super) fn depths(parents: &[Option<usize>], mut circle: impl FnMut(&[usize])) -> Vec<usize> {
    let mut depths: Vec<Option<usize>> = vec![None; parents.len()];
    for start in 0..parents.len() {
        let mut path = Vec::new();
        let mut at = Some(start);
        let mut depth = 0;
        while let Some(next) = at {
            if let Some(known) = depths.get(next).copied().flatten() {
                // A thing of this very path is marked, but has no depth yet.
                if known == usize::MAX {
                    let from = path.iter().position(|p| *p == next).unwrap_or(0);
                    circle(path.get(from..).unwrap_or_default());
                } else {
                    depth = known + 1;
                }
                break;
            }
            depths.get_mut(next).into_iter().for_each(|d| *d = Some(usize::MAX));
            path.push(next);
            at = parents.get(next).copied().flatten();
        }
        for unit in path.into_iter().rev() {
            depths.get_mut(unit).into_iter().for_each(|d| *d = Some(depth));
            depth += 1;
        }
    }
    depths.into_iter().map(Option::unwrap_or_default).collect()
}

/// The tree of the document, each unit after the one above it.
fn tree(faults: &mut Faults, draft: &LettersDraft) -> Tree {
    let mut places: BTreeMap<&Key, usize> = BTreeMap::new();
    for (i, unit) in draft.units.iter().enumerate() {
        if places.insert(&unit.key, i).is_some() {
            let cause = LetterError::KeyTwice { key: unit.key.to_string(), list: "units".into() };
            faults.push(format!("units[{i}].key"), cause);
        }
    }
    let above =
        |unit: usize| draft.units.get(unit).and_then(|u| u.parent.as_ref()).and_then(|p| places.get(p)).copied();
    for (i, unit) in draft.units.iter().enumerate() {
        if let Some(parent) = unit.parent.as_ref().filter(|p| !places.contains_key(p)) {
            faults.push(format!("units[{i}].parent"), LetterError::UnknownParent { parent: parent.to_string() });
        }
    }
    let parents: Vec<Option<usize>> = (0..draft.units.len()).map(above).collect();
    let name = |at: usize| draft.units.get(at).map_or_else(String::new, |u| u.key.to_string());
    let depths = depths(&parents, |circle| {
        let at = circle.first().copied().unwrap_or_default();
        let path = circle.iter().chain([&at]).map(|at| name(*at)).collect::<Vec<_>>().join(" > ");
        faults.push(format!("units[{at}].parent"), LetterError::Cycle { path });
    });
    let mut order: Vec<(usize, usize)> = depths.into_iter().enumerate().map(|(i, depth)| (depth, i)).collect();
    order.sort_unstable();
    let mut tree = Tree::default();
    let mut moved = BTreeMap::new();
    for (_, i) in order {
        let Some(unit) = draft.units.get(i) else { continue };
        moved.insert(i, tree.keys.len());
        tree.keys.push(unit.key.to_string());
        tree.labels.push(named(unit.label.as_ref(), &unit.key));
        tree.parents.push(above(i).and_then(|parent| moved.get(&parent)).copied());
    }
    tree
}

impl Letters {
    /// What the letters are about.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// The letters, as they stand in the register.
    pub fn letters(&self) -> &[LetterDraft] {
        &self.signed
    }

    /// Whether every unit of the document's own list has a letter with the unit above it on a day.
    pub fn report(&self, day: Day) -> LetterReport {
        self.check_tree(&self.tree, day)
    }

    /// The same for an organisation as of a day, over units of some kinds (of every kind if none is named): the unit above
    /// is the nearest one of these kinds. Only units that certainly exist on the day count.
    pub fn report_in(&self, organisation: &Snapshot<'_>, kinds: &[impl AsRef<str>]) -> LetterReport {
        let counts = |unit: &UnitView<'_>| {
            let kind = kinds.is_empty() || kinds.iter().any(|kind| kind.as_ref() == unit.kind());
            kind && unit.likely() == Likely::Yes
        };
        let mut units: Vec<UnitView<'_>> = organisation.units().filter(counts).collect();
        units.sort_by(|a, b| (a.depth(), a.key()).cmp(&(b.depth(), b.key())));
        let mut tree = Tree::default();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for unit in units {
            let parent = unit.ancestors().find_map(|above| places.get(above.key()).copied());
            places.insert(unit.key().to_owned(), tree.keys.len());
            tree.keys.push(unit.key().to_owned());
            tree.labels.push(unit.name());
            tree.parents.push(parent);
        }
        self.check_tree(&tree, organisation.day())
    }

    fn check_tree(&self, tree: &Tree, day: Day) -> LetterReport {
        let places: BTreeMap<&str, usize> = tree.keys.iter().enumerate().map(|(i, k)| (k.as_str(), i)).collect();
        let holds = |letter: &LetterDraft| Period::new(letter.signed, letter.until).is_ok_and(|p| p.contains(day));
        let mut by_lower: BTreeMap<usize, Vec<(Option<usize>, &LetterDraft)>> = BTreeMap::new();
        let mut stray = Vec::new();
        for letter in &self.signed {
            let upper = places.get(letter.upper.as_str()).copied();
            let lower = places.get(letter.lower.as_str()).copied();
            if let Some(lower) = lower {
                by_lower.entry(lower).or_default().push((upper, letter));
            }
            let kind = match (upper, lower) {
                (Some(upper), Some(lower)) if tree.above(lower).any(|at| at == upper) => None,
                (Some(_), Some(_)) => Some(StrayKind::NotAbove),
                _ => Some(StrayKind::UnknownUnit),
            };
            if let Some(kind) = kind.filter(|_| holds(letter)) {
                stray.push(StrayLetter { letter: letter.key.to_string(), kind });
            }
        }
        let mut below = vec![0_u32; tree.keys.len()];
        for unit in (0..tree.keys.len()).rev() {
            let own = below.get(unit).copied().unwrap_or_default() + 1;
            if let Some(n) = tree.parent(unit).and_then(|parent| below.get_mut(parent)) {
                *n += own;
            }
        }
        let (mut units, mut signed, mut unbroken) = (0, 0, 0);
        let mut gaps = Vec::new();
        let mut whole = vec![true; tree.keys.len()];
        for unit in 0..tree.keys.len() {
            let Some(parent) = tree.parent(unit) else { continue };
            units += 1;
            let letters = by_lower.get(&unit).map(Vec::as_slice).unwrap_or_default();
            let own: Vec<&LetterDraft> =
                letters.iter().filter(|(upper, _)| *upper == Some(parent)).map(|(_, l)| *l).collect();
            let mut valid = own.iter().filter(|l| holds(l));
            if valid.next().is_some() {
                signed += 1;
                stray.extend(valid.map(|l| StrayLetter { letter: l.key.to_string(), kind: StrayKind::Twice }));
                let fine = whole.get(parent) == Some(&true);
                unbroken += u32::from(fine);
                whole.get_mut(unit).into_iter().for_each(|w| *w = fine);
                continue;
            }
            whole.get_mut(unit).into_iter().for_each(|w| *w = false);
            let over =
                letters.iter().find(|(upper, l)| upper.is_some_and(|u| tree.above(unit).any(|a| a == u)) && holds(l));
            let last = own.iter().max_by_key(|l| l.signed);
            let (kind, letter) = match (over, last) {
                (Some((_, letter)), _) => (LetterGapKind::SkipsLayer, Some(*letter)),
                (None, Some(letter)) if letter.signed > day => (LetterGapKind::NotYetSigned, Some(*letter)),
                (None, Some(letter)) => (LetterGapKind::Ended, Some(*letter)),
                (None, None) => (LetterGapKind::Missing, None),
            };
            let mut path: Vec<usize> = tree.above(unit).collect();
            path.reverse();
            path.push(unit);
            gaps.push(LetterGap {
                unit: tree.key(unit).to_owned(),
                upper: tree.key(parent).to_owned(),
                path: path.iter().filter_map(|at| tree.labels.get(*at)).cloned().collect(),
                kind,
                letter: letter.map(|l| l.key.to_string()),
                below: below.get(unit).copied().unwrap_or_default(),
            });
        }
        let coverage = Rate::new(u64::from(signed), u64::from(units)).ok();
        LetterReport { day, units, signed, coverage, unbroken, gaps, stray }
    }
}

impl LetterGapKind {
    /// What it says.
    pub fn label(self) -> Text {
        match self {
            Self::Missing => Text::new("未签订", "not signed"),
            Self::Ended => Text::new("已失效", "no longer in force"),
            Self::NotYetSigned => Text::new("尚未签订", "not signed yet"),
            Self::SkipsLayer => Text::new("越级签订", "signed over a layer"),
        }
    }
}

impl LetterReport {
    /// Whether no layer is missing.
    pub fn is_complete(&self) -> bool {
        self.gaps.is_empty()
    }

    /// The gaps with their paths.
    pub fn explain(&self) -> Explanation {
        let gap = |gap: &LetterGap| {
            let path = |lang: Lang| gap.path.iter().map(|t| t.get(lang)).collect::<Vec<_>>().join(" > ");
            Explanation::new(Text::new(path(Lang::Zh), path(Lang::En)), Quantity::Words(gap.kind.label()))
                .with(Text::new("下级单位", "units below"), Quantity::Count(gap.below.into()))
        };
        let outcome = self.coverage.map_or(Quantity::Count(0), Quantity::Rate);
        Explanation::new(Text::new("责任书签订", "letters signed"), outcome)
            .with(Text::new("日期", "day"), Quantity::Day(self.day))
            .with(Text::new("层层签订", "signed all the way up"), Quantity::Count(self.unbroken.into()))
            .of(How::List, self.gaps.iter().map(gap).collect())
    }
}
