//! Likely lineage between two snapshots that no document links: asked for by name, marked wherever it enters.

use std::collections::{BTreeMap, BTreeSet};

use super::events::Event;
use super::{Organisation, OrganisationError as Fault};
use crate::kernel::{Document, Error, Faults, Key, Lang, Ratio, Result, Text, Value, WithinDays};
use crate::wire::organisation::{
    EventDraft, Evidence, EvidenceKind, InferOptions, Inference, Match, Recode, Rename, Sighting, SightingsDraft,
};
use crate::wire::{Column, Table};

/// The units of a snapshot: `shequ.sightings/1`.
#[derive(Debug, Clone)]
pub struct Sightings(Vec<Sighting>);

impl Document for Sightings {
    const FORMAT: &'static str = "shequ.sightings/1";
    const ROOT: &'static str = "sightings";
    type Draft = SightingsDraft;

    fn check(draft: SightingsDraft) -> Result<Self> {
        let mut codes = BTreeSet::new();
        let mut faults = Faults::new();
        for (i, unit) in draft.units.iter().enumerate() {
            if !codes.insert(&unit.code) {
                faults.push(format!("units[{i}].code"), Fault::DuplicateKey { key: unit.code.to_string() });
            }
        }
        faults.into_result()?;
        Ok(Self(draft.units))
    }
}

impl Sightings {
    /// Reads a list of units with `code` and `name`, or the document.
    ///
    /// # Errors
    /// The faults of a document; `duplicate-key`.
    pub fn from_plain(value: Value) -> Result<Self> {
        super::counts::listed(value, "units")
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What the names of units end with whatever the unit.
const ENDINGS: [&str; 9] = ["居民委员会", "村民委员会", "居委会", "村委会", "社区", "街道", "办事处", "村", "镇"];

/// A name without the endings that change with the kind; itself if nothing else is left.
fn core(name: &str) -> &str {
    let mut left = name;
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| left.strip_suffix(ending)) {
        if shorter.is_empty() {
            break;
        }
        left = shorter;
    }
    left
}

/// How similar two names are, from 0 to 1: one less the signs to change over the signs of the longer.
fn similarity(one: &str, other: &str) -> Ratio {
    let (a, b): (Vec<char>, Vec<char>) = (core(one).chars().collect(), core(other).chars().collect());
    let longer = a.len().max(b.len());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let here = (diagonal + usize::from(x != y)).min(left + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, here);
            left = here;
        }
    }
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let away = Ratio::new(count(row.last().copied().unwrap_or(0)), count(longer.max(1))).unwrap_or(Ratio::ONE);
    &Ratio::ONE - &away
}

/// A unit that only one snapshot has, with where it stands.
struct Lone<'s> {
    unit: &'s Sighting,
    name: &'s str,
    parent: String,
    /// The last code before it that both snapshots have, and its place after it.
    place: (Option<&'s Key>, usize),
}

/// The units of one snapshot that the other has not, by group.
fn lone<'s>(units: &'s [Sighting], both: &BTreeSet<&Key>, options: &InferOptions) -> BTreeMap<String, Vec<Lone<'s>>> {
    let mut sorted: Vec<&Sighting> = units.iter().collect();
    sorted.sort_by(|a, b| a.code.cmp(&b.code));
    let mut out: BTreeMap<String, Vec<Lone<'s>>> = BTreeMap::new();
    let (mut last, mut since): (BTreeMap<String, &Key>, BTreeMap<String, usize>) = Default::default();
    for unit in sorted {
        let code = unit.code.as_str();
        let group = unit.group.clone().unwrap_or_else(|| code.chars().take(options.group_signs).collect());
        if both.contains(&unit.code) {
            last.insert(group.clone(), &unit.code);
            since.insert(group, 0);
            continue;
        }
        let place = since.entry(group.clone()).or_insert(0);
        let signs = code.chars().count().saturating_sub(3);
        out.entry(group.clone()).or_default().push(Lone {
            unit,
            name: unit.name.get(Lang::Zh),
            parent: unit.parent.clone().unwrap_or_else(|| code.chars().take(signs).collect()),
            place: (last.get(&group).copied(), *place),
        });
        *place += 1;
    }
    out
}

/// What speaks for two units being one; none if too little to look at.
fn evidence(one: &Lone<'_>, other: &Lone<'_>, options: &InferOptions) -> Vec<Evidence> {
    let mut out = Vec::new();
    let mut note = |kind, weight: Ratio| {
        if !weight.is_zero() {
            out.push(Evidence { kind, weight });
        }
    };
    let half = Ratio::new(1, 2).unwrap_or(Ratio::ONE);
    if one.name == other.name {
        note(EvidenceKind::SameName, options.same_name.clone());
    } else {
        let similar = similarity(one.name, other.name);
        if similar >= half {
            note(EvidenceKind::SimilarName, &similar * &options.similar_name);
        }
    }
    if one.parent == other.parent {
        note(EvidenceKind::SameParent, options.same_parent.clone());
    }
    if one.place == other.place && one.place.0.is_some() {
        note(EvidenceKind::SamePlace, options.same_place.clone());
    }
    if let (Some(a), Some(b)) = (one.unit.count, other.unit.count) {
        let (a, b) = (a.to_ratio(), b.to_ratio());
        let (less, more) = if a < b { (a, b) } else { (b, a) };
        let near = less.checked_div(&more).unwrap_or(Ratio::ONE);
        if !less.is_negative() && near >= half {
            note(EvidenceKind::SameCount, &near * &options.same_count);
        }
    }
    out
}

/// What evidence of several kinds weighs together.
fn together(evidence: &[Evidence]) -> Ratio {
    let open = evidence.iter().fold(Ratio::ONE, |open, e| &open * &(&Ratio::ONE - &e.weight));
    &Ratio::ONE - &open
}

struct Candidate {
    one: usize,
    other: usize,
    weight: Ratio,
    evidence: Vec<Evidence>,
}

/// Pairs of one group worth looking at: of one name, of one parent, or in one place.
fn candidates(dropped: &[Lone<'_>], added: &[Lone<'_>], options: &InferOptions) -> Vec<Candidate> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut by_parent: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut by_place: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (i, lone) in added.iter().enumerate() {
        by_name.entry(lone.name).or_default().push(i);
        by_parent.entry(&lone.parent).or_default().push(i);
        by_place.entry(lone.place).or_default().push(i);
    }
    let mut out = Vec::new();
    for (one, lone) in dropped.iter().enumerate() {
        let near = [by_name.get(lone.name), by_parent.get(lone.parent.as_str()), by_place.get(&lone.place)];
        let near: BTreeSet<usize> = near.into_iter().flatten().flatten().copied().collect();
        for other in near {
            let Some(with) = added.get(other) else { continue };
            let evidence = evidence(lone, with, options);
            // A common parent alone is no sign of sameness.
            if evidence.iter().any(|e| e.kind != EvidenceKind::SameParent) {
                out.push(Candidate { one, other, weight: together(&evidence), evidence });
            }
        }
    }
    // Dropped and added stand in the order of their codes, so ties go to the first codes.
    out.sort_by(|a, b| b.weight.cmp(&a.weight).then((a.one, a.other).cmp(&(b.one, b.other))));
    out
}

/// Which units of two undocumented snapshots are likely the same: those that lost their code and those that came, matched
/// one to one within their group, the strongest evidence first.
///
/// The confidence of a match is exact and stated: one less the product of what each piece of evidence leaves open, divided
/// by the number of pairs that compete with as much. It is no measured probability; weights are the caller's.
///
/// # Errors
/// `duplicate-key` for a code that stands twice in a snapshot; `not-a-part` for a weight outside 0 to 1.
///
/// ```
/// use shequ::kernel::Document;
/// use shequ::organisation::{Sightings, infer};
/// let before = Sightings::parse(r#"{"format": "shequ.sightings/1", "units": [
///     {"code": "350502001001", "name": "东门社区居委会"}, {"code": "350502001002", "name": "西门社区居委会"}]}"#)?;
/// let after = Sightings::parse(r#"{"format": "shequ.sightings/1", "units": [
///     {"code": "350502001001", "name": "东门社区居委会"}, {"code": "350502003004", "name": "西门社区居委会"}]}"#)?;
/// let inferred = infer(&before, &after, &Default::default())?;
/// assert_eq!((inferred.matches[0].before.as_str(), inferred.matches[0].after.as_str()), ("350502001002", "350502003004"));
/// assert_eq!(inferred.matches[0].confidence.to_string(), "93/100");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn infer(before: &Sightings, after: &Sightings, options: &InferOptions) -> Result<Inference> {
    let weights = [
        ("at_least", &options.at_least),
        ("same_name", &options.same_name),
        ("same_parent", &options.same_parent),
        ("similar_name", &options.similar_name),
        ("same_place", &options.same_place),
        ("same_count", &options.same_count),
    ];
    let mut faults = Faults::new();
    for (name, weight) in weights {
        if weight.is_negative() || *weight > Ratio::ONE {
            faults.push(format!("options.{name}"), Fault::NotAPart { got: weight.to_string() });
        }
    }
    faults.into_result()?;
    let names: BTreeMap<&Key, &Text> = before.0.iter().map(|unit| (&unit.code, &unit.name)).collect();
    let both: BTreeSet<&Key> = after.0.iter().map(|unit| &unit.code).filter(|code| names.contains_key(code)).collect();
    let mut out =
        Inference { matches: Vec::new(), dropped: Vec::new(), added: Vec::new(), unchanged: 0, renamed: Vec::new() };
    for unit in &after.0 {
        match names.get(&unit.code) {
            Some(name) if **name == unit.name => out.unchanged += 1,
            Some(_) => out.renamed.push(unit.code.to_string()),
            None => {}
        }
    }
    let dropped = lone(&before.0, &both, options);
    let mut added = lone(&after.0, &both, options);
    for (group, dropped) in dropped {
        pair(&dropped, &added.remove(&group).unwrap_or_default(), options, &mut out);
    }
    out.added.extend(added.into_values().flatten().map(|lone| lone.unit.code.to_string()));
    out.matches.sort_by(|a, b| a.before.cmp(&b.before));
    for codes in [&mut out.dropped, &mut out.added, &mut out.renamed] {
        codes.sort_unstable();
    }
    Ok(out)
}

/// Pairs the units of one group.
fn pair(dropped: &[Lone<'_>], added: &[Lone<'_>], options: &InferOptions, out: &mut Inference) {
    let candidates = candidates(dropped, added, options);
    // How many pairs of a unit have a weight: those beside one are its rivals.
    let (mut ones, mut others): (BTreeMap<_, u32>, BTreeMap<_, u32>) = Default::default();
    for c in &candidates {
        *ones.entry((c.one, &c.weight)).or_default() += 1;
        *others.entry((c.other, &c.weight)).or_default() += 1;
    }
    let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for c in &candidates {
        let (Some(one), Some(other)) = (dropped.get(c.one), added.get(c.other)) else { continue };
        if used.contains(&c.one) || taken.contains(&c.other) {
            continue;
        }
        let most = ones.get(&(c.one, &c.weight)).max(others.get(&(c.other, &c.weight))).copied().unwrap_or(1);
        let confidence = c.weight.checked_div(&Ratio::from(most)).unwrap_or(Ratio::ZERO);
        if confidence < options.at_least {
            continue;
        }
        used.insert(c.one);
        taken.insert(c.other);
        out.matches.push(Match {
            key: one.unit.key.clone().unwrap_or_else(|| one.unit.code.to_string()),
            before: one.unit.code.to_string(),
            after: other.unit.code.to_string(),
            name_before: one.unit.name.clone(),
            name_after: other.unit.name.clone(),
            confidence,
            evidence: c.evidence.clone(),
            rivals: most - 1,
        });
    }
    let left = |lones: &[Lone<'_>], gone: &BTreeSet<usize>| -> Vec<String> {
        let left = lones.iter().enumerate().filter(|(i, _)| !gone.contains(i));
        left.map(|(_, lone)| lone.unit.code.to_string()).collect()
    };
    out.dropped.extend(left(dropped, &used));
    out.added.extend(left(added, &taken));
}

impl Inference {
    /// The matches from a confidence on as entries for a log: a recoding each, and a renaming where the name differs, all
    /// marked as inferred. They enter only through [`Organisation::apply_all`].
    ///
    /// # Errors
    /// `not-a-confidence` for a confidence outside 0 to 1.
    pub fn events(&self, day: WithinDays, at_least: &Ratio, source: Option<&Text>) -> Result<Vec<Event>> {
        if at_least.is_negative() || *at_least > Ratio::ONE {
            return Err(Error::at("at_least", Fault::NotAConfidence { got: at_least.to_string() }));
        }
        let mut out = Vec::new();
        for m in self.matches.iter().filter(|m| m.confidence >= *at_least && !m.confidence.is_zero()) {
            let recode = Recode {
                unit: m.key.clone(),
                code: m.after.parse()?,
                scheme: None,
                day,
                instrument: None,
                source: source.cloned(),
                recorded: None,
                key: None,
                inferred: Some(m.confidence.clone()),
            };
            if m.name_before != m.name_after {
                out.push(Event::from(EventDraft::Rename(Rename {
                    unit: m.key.clone(),
                    name: m.name_after.clone(),
                    day,
                    instrument: None,
                    source: source.cloned(),
                    recorded: None,
                    key: None,
                    inferred: Some(m.confidence.clone()),
                })));
            }
            out.push(Event::from(EventDraft::Recode(recode)));
        }
        Ok(out)
    }

    /// One row a match: key, before, after, name before, name after, confidence, evidence, rivals.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let text = |of: &dyn Fn(&Match) -> String| Column::Text(self.matches.iter().map(|m| Some(of(m))).collect());
        Table::new(vec![
            ("key".into(), text(&|m| m.key.clone())),
            ("before".into(), text(&|m| m.before.clone())),
            ("after".into(), text(&|m| m.after.clone())),
            ("name_before".into(), text(&|m| m.name_before.get(lang).to_owned())),
            ("name_after".into(), text(&|m| m.name_after.get(lang).to_owned())),
            ("confidence".into(), text(&|m| m.confidence.to_string())),
            ("evidence".into(), text(&|m| m.evidence.iter().map(|e| e.kind.word()).collect::<Vec<_>>().join(" "))),
            ("rivals".into(), Column::Int(self.matches.iter().map(|m| Some(m.rivals.into())).collect())),
        ])
    }
}

impl EvidenceKind {
    /// Its word in tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::SameName => "same-name",
            Self::SimilarName => "similar-name",
            Self::SameParent => "same-parent",
            Self::SamePlace => "same-place",
            Self::SameCount => "same-count",
        }
    }
}

impl Organisation {
    /// The units of a day as a snapshot to infer from: each with its key, its name and its code of a scheme.
    pub fn sightings(&self, day: crate::kernel::Day, scheme: Option<&str>) -> Sightings {
        let snapshot = self.at(day);
        let mut codes = BTreeSet::new();
        let seen = snapshot.units().filter_map(|unit| {
            let code = unit.codes().into_iter().find(|code| scheme.is_none_or(|scheme| code.scheme == scheme))?.code;
            let code: Key = code.parse().ok()?;
            codes.insert(code.clone()).then(|| Sighting {
                code,
                name: unit.name(),
                key: Some(unit.key().to_owned()),
                parent: None,
                group: None,
                count: None,
            })
        });
        Sightings(seen.collect())
    }
}
