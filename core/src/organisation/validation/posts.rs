//! Rules about posts and who holds them.

use std::collections::BTreeSet;

use num_traits::ToPrimitive;

use super::{Check, Finding, Ground, Parameter, Report, Severity, Subject, SubjectKind};
use crate::kernel::{Day, Id, Input, Key, Lang, Likely, Quantity, Ratio, Span, Status, Text};
use crate::organisation::dated::turns;
use crate::organisation::{HolderId, Holding, Organisation, Post, PostId, Stretch, UnitId};

impl Organisation {
    pub(in crate::organisation) fn post(&self, id: PostId) -> Option<&Post> {
        self.post_rows.get(id.index())
    }

    /// The holders of a post on a day: those who certainly are, and those who may be.
    pub(in crate::organisation) fn held(&self, post: PostId, day: Day) -> (BTreeSet<HolderId>, BTreeSet<HolderId>) {
        let (mut certain, mut possible) = (BTreeSet::new(), BTreeSet::new());
        for holding in self.holdings_of(post) {
            match holding.span.holds(day) {
                Likely::Yes => certain.insert(holding.holder),
                Likely::Possible => possible.insert(holding.holder),
                Likely::No => false,
            };
        }
        possible.retain(|holder| !certain.contains(holder));
        (certain, possible)
    }

    fn heads(&self, posts: &[PostId], day: Day) -> (BTreeSet<HolderId>, BTreeSet<HolderId>) {
        let (mut certain, mut possible) = (BTreeSet::new(), BTreeSet::new());
        for post in posts {
            let (sure, maybe) = self.held(*post, day);
            certain.extend(sure);
            possible.extend(maybe);
        }
        possible.retain(|holder| !certain.contains(holder));
        (certain, possible)
    }

    /// Whether it is known by a day who holds posts of a unit: it was founded on a day on record, or somebody held one.
    fn recorded(&self, unit: UnitId, posts: &[PostId], day: Day) -> bool {
        let founded = self.columns.lives.get(unit).is_some_and(|life| life.from().is_some());
        let begun = |span: Span| span.from().is_none_or(|from| from.earliest() <= day);
        founded || posts.iter().flat_map(|post| self.holdings_of(*post)).any(|holding| begun(holding.span))
    }

    /// Every day on which the holders of posts of a unit, or the unit's days or kind, can change.
    fn post_turns(&self, unit: UnitId, posts: &[PostId]) -> Vec<Day> {
        let life = self.columns.lives.get(unit);
        let kinds = self.columns.kinds.of(unit).map(|(_, span)| span);
        let held = posts.iter().flat_map(|post| self.holdings_of(*post)).map(|h| h.span);
        life.into_iter().chain(kinds).chain(held).flat_map(turns).collect()
    }
}

fn number(zh: &str, en: &str, n: impl TryInto<i64>) -> Input {
    Input { label: Text::new(zh, en), value: Quantity::Count(n.try_into().unwrap_or(i64::MAX)) }
}

fn ratio(n: usize) -> Ratio {
    Ratio::from(i64::try_from(n).unwrap_or(i64::MAX))
}

pub(super) fn words(zh: &str, en: &str, words: String) -> Input {
    Input { label: Text::new(zh, en), value: Quantity::Words(Text::same(words)) }
}

/// A parameter that can decide, or the check marked unknown.
pub(super) fn decides(ground: &Ground<'_>, clause: &str, check: &mut Check) -> Option<Parameter> {
    let parameter = ground.parameter(clause);
    check.clause = Some(clause.into());
    check.citation = parameter.as_ref().and_then(|p| p.citation.clone());
    let read = parameter.filter(|p| p.read);
    if read.is_none() {
        check.status = Status::Unknown;
    }
    read
}

/// A committee has as many members as its law says.
pub(super) fn committee_size(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "committee-size";
    let organisation = ground.organisation;
    for (kind, clause, units) in ground.bound("size") {
        let mut check = Check::of(RULE, units.len());
        check.kind = Some(kind.clone());
        let Some(range) = decides(ground, &clause, &mut check) else {
            report.note(check, Vec::new());
            continue;
        };
        let mut found = Vec::new();
        for unit in units {
            let none = Vec::new();
            let posts = ground.posts_of.get(&unit).unwrap_or(&none);
            let outside = |day: Day| {
                let (certain, possible) = organisation.heads(posts, day);
                let (low, high) = (certain.len(), certain.len() + possible.len());
                let below = range.least.as_ref().is_some_and(|least| ratio(high) < *least);
                let above = range.most.as_ref().is_some_and(|most| ratio(low) > *most);
                let fits = range.allows(&ratio(low)) && range.allows(&ratio(high));
                (below || above, fits, certain.len())
            };
            let (breaks, fits, members) = outside(ground.day);
            let known = !posts.is_empty() && organisation.recorded(unit, posts, ground.day);
            if !known || (!breaks && !fits) {
                check.missing.push(organisation.key_text(unit));
                continue;
            }
            if fits {
                continue;
            }
            let same = |day: Day| {
                organisation.exists(unit, day) == Likely::Yes
                    && unit_kind(organisation, unit, day).is_some_and(|k| k.as_str() == kind)
                    && organisation.recorded(unit, posts, day)
                    && outside(day).0
            };
            let mut period = Stretch::around(&mut organisation.post_turns(unit, posts), ground.day, same);
            if let Some(in_force) = range.in_force {
                period = period.meet(in_force);
            }
            found.push(Finding {
                rule: RULE.into(),
                severity: if range.usual { Severity::Guidance } else { Severity::Error },
                citation: range.citation.clone(),
                subject: ground.subject(unit),
                period,
                facts: vec![number("委员人数", "members", members), words("规定人数", "allowed", range.range())],
                path: Vec::new(),
                message: Text::new(
                    format!("委员会有{members}人，规定为{}人", range.range()),
                    format!("the committee has {members} members, the law says {}", range.range()),
                ),
                remedy: Text::new(
                    "补选或减少委员，使人数符合规定",
                    "elect members, or let posts lapse, until the number fits",
                ),
            });
        }
        report.note(check, found);
    }
}

fn unit_kind(organisation: &Organisation, unit: UnitId, day: Day) -> Option<&Key> {
    let (_, id) = organisation.kind_on(unit, day)?;
    organisation.catalogue.kinds.key(id)
}

/// The posts whose unit certainly exists on the day, in the order of their keys.
fn posts<'a>(ground: &'a Ground<'_>) -> Vec<(PostId, &'a Post)> {
    let organisation = ground.organisation;
    let there = |unit: &UnitId| organisation.exists(*unit, ground.day) == Likely::Yes;
    let mut out: Vec<(PostId, &Post)> = ground
        .posts_of
        .iter()
        .filter(|(unit, _)| there(unit))
        .flat_map(|(_, posts)| posts.iter().filter_map(|id| Some((*id, organisation.post(*id)?))))
        .collect();
    out.sort_by_key(|(id, _)| organisation.posts.key(*id));
    out
}

fn post_subject(organisation: &Organisation, id: PostId, post: &Post, day: Day) -> Subject {
    let unit = organisation.unit_name(post.unit, day).name;
    let name = |lang: Lang| format!("{} {}", unit.get(lang), post.title.get(lang));
    let key = organisation.posts.key(id).map(Key::to_string).unwrap_or_default();
    Subject { kind: SubjectKind::Post, key, name: Text::new(name(Lang::Zh), name(Lang::En)) }
}

/// A post that nobody holds, or not as many as it is for.
pub(super) fn vacancies(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "vacancy";
    let organisation = ground.organisation;
    let all = posts(ground);
    let mut check = Check::of(RULE, all.len());
    let mut found = Vec::new();
    for (id, post) in all {
        let room = post.capacity as usize;
        let (certain, possible) = organisation.held(id, ground.day);
        if certain.len() >= room {
            continue;
        }
        let known = |day: Day| organisation.recorded(post.unit, &[id], day);
        if certain.len() + possible.len() >= room || !known(ground.day) {
            check.missing.push(organisation.posts.key(id).map(Key::to_string).unwrap_or_default());
            continue;
        }
        let vacant = |day: Day| {
            let (certain, possible) = organisation.held(id, day);
            organisation.exists(post.unit, day) == Likely::Yes && certain.len() + possible.len() < room && known(day)
        };
        let period = Stretch::around(&mut organisation.post_turns(post.unit, &[id]), ground.day, vacant);
        let missing = room - certain.len() - possible.len();
        let mut facts = vec![number("职数", "capacity", room), number("空缺", "vacant", missing)];
        facts.extend(period.from.map(|from| number("空缺天数", "days vacant", ground.day.since(from))));
        found.push(Finding {
            rule: RULE.into(),
            severity: Severity::Guidance,
            citation: None,
            subject: post_subject(organisation, id, post, ground.day),
            period,
            facts,
            path: Vec::new(),
            message: Text::new(
                format!("职数{room}，空缺{missing}"),
                format!("{missing} of {room} places in the post are vacant"),
            ),
            remedy: Text::new("补选或任命", "elect or appoint somebody"),
        });
    }
    report.note(check, found);
}

/// More hold a post than it is for.
pub(super) fn over_capacity(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "over-capacity";
    let organisation = ground.organisation;
    let all = posts(ground);
    let mut check = Check::of(RULE, all.len());
    let mut found = Vec::new();
    for (id, post) in all {
        let room = post.capacity as usize;
        let (certain, possible) = organisation.held(id, ground.day);
        if certain.len() <= room {
            if certain.len() + possible.len() > room {
                check.missing.push(organisation.posts.key(id).map(Key::to_string).unwrap_or_default());
            }
            continue;
        }
        let crowded =
            |day: Day| organisation.exists(post.unit, day) == Likely::Yes && organisation.held(id, day).0.len() > room;
        let period = Stretch::around(&mut organisation.post_turns(post.unit, &[id]), ground.day, crowded);
        found.push(Finding {
            rule: RULE.into(),
            severity: Severity::Error,
            citation: None,
            subject: post_subject(organisation, id, post, ground.day),
            period,
            facts: vec![number("职数", "capacity", room), number("任职人数", "holders", certain.len())],
            path: Vec::new(),
            message: Text::new(
                format!("职数{room}，任职{}人", certain.len()),
                format!("{} hold a post for {room}", certain.len()),
            ),
            remedy: Text::new("结束一人的任职，或改正其起止日期", "end a holding, or correct its days"),
        });
    }
    report.note(check, found);
}

/// A holding goes on after its term.
pub(super) fn terms(ground: &Ground<'_>, report: &mut Report) {
    const RULE: &str = "term-overrun";
    let organisation = ground.organisation;
    let mut check = Check::of(RULE, 0);
    let mut found = Vec::new();
    for (id, post) in posts(ground) {
        let kind = organisation.kind_on(post.unit, ground.day).map(|(kind, _)| kind);
        let clause = kind.and_then(|kind| kind.clauses.get("term"));
        let parameter = clause.and_then(|clause| ground.parameter(clause)).filter(|p| p.read);
        // The post's own term is the shorter word of its charter; the clause stands where it has none.
        let lawful = parameter.as_ref().and_then(|p| p.most.as_ref()?.floor().to_u32());
        let key = || organisation.posts.key(id).map(Key::to_string).unwrap_or_default();
        let Some(years) = post.term_years.or(lawful) else {
            // The law has a term that nobody here has read: it is not known whether one is over.
            if clause.is_some() {
                check.missing.push(key());
            }
            continue;
        };
        let citation =
            parameter.filter(|_| post.term_years.is_none() || post.term_years == lawful).and_then(|p| p.citation);
        for holding in organisation.holdings_of(id).filter(|h| h.span.holds(ground.day) != Likely::No) {
            check.subjects += 1;
            let Some((first, last)) = term_end(holding, years) else {
                check.missing.push(key());
                continue;
            };
            let sure = holding.span.holds(ground.day) == Likely::Yes && last <= ground.day;
            if !sure {
                if first <= ground.day {
                    check.missing.push(key());
                }
                continue;
            }
            let until = holding.span.until().map(crate::kernel::WithinDays::earliest);
            let holder = organisation.holders.key(holding.holder).map(Key::to_string).unwrap_or_default();
            let over = ground.day.since(last);
            found.push(Finding {
                rule: RULE.into(),
                severity: Severity::Error,
                citation: citation.clone(),
                subject: post_subject(organisation, id, post, ground.day),
                period: Stretch { from: Some(last), until },
                facts: vec![
                    words("任职者", "holder", holder),
                    number("任期年数", "term in years", years),
                    number("超期天数", "days beyond", over),
                ],
                path: Vec::new(),
                message: Text::new(
                    format!("任期{years}年，已于{last}届满，超期{over}天"),
                    format!("the term of {years} years was over on {last}, {over} days ago"),
                ),
                remedy: Text::new(
                    "组织换届选举，或登记连任为新的任期",
                    "hold the election, or record the next term as a holding of its own",
                ),
            });
        }
    }
    report.note(check, found);
}

/// The first and the last day on which a term can be over; nothing where its beginning is not recorded.
fn term_end(holding: &Holding, years: u32) -> Option<(Day, Day)> {
    let from = holding.span.from()?;
    Some((from.earliest().plus_years(years).ok()?, from.latest().plus_years(years).ok()?))
}
