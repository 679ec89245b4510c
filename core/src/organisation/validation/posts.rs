//! Rules about posts: vacancy, room, terms, acting, how somebody came into one, reserves, and reasons of leaving.

use super::Ground;
use super::days::{Days, Fact, Runs, State, Tally, sweep};
use super::probe::{Probe, Said, number, words};
use super::rule::{Param, laws};
use crate::kernel::{Day, Text};
use crate::organisation::{HolderId, Holding, Post, PostId};
use crate::pack::Packs;
use crate::wire::organisation::Mode;

/// Those who hold a post, each with all the facts of it.
fn held(ground: &Ground<'_>, post: PostId) -> Tally {
    let mut all: Vec<(HolderId, Fact)> =
        ground.organisation.holdings_of(post).map(|h| (h.holder, Fact::of(h.span))).collect();
    all.sort_by_key(|(holder, _)| *holder);
    let mut tally = Tally::default();
    for group in all.chunk_by(|a, b| a.0 == b.0) {
        tally.add_any(group.iter().map(|(_, fact)| *fact));
    }
    tally
}

/// The days from which it is known who holds a post.
fn known(ground: &Ground<'_>, id: PostId, post: &Post) -> Days {
    let begun = ground.organisation.holdings_of(id).map(|h| Fact::of(h.span).may.from).min();
    match begun {
        _ if ground.founded(post.unit) => Days::ALWAYS,
        Some(from) => Days::since(from),
        None => Days::NONE,
    }
}

/// Judges every post by those who hold it: whether its places are `short` of holders, or crowded.
fn places(probe: &mut Probe<'_>, short: bool, wait: i32, say: impl Fn(&Ground<'_>, &Post, i32, Days, Day) -> Said) {
    let (ground, rule) = (probe.ground, probe.rule);
    let (mut scope, mut exempt) = (Tally::default(), Tally::default());
    for (id, post) in ground.posts(rule) {
        let room = i32::try_from(post.capacity).unwrap_or(i32::MAX);
        let mut value = held(ground, id);
        let known = if short { known(ground, id, post) } else { Days::ALWAYS };
        ground.scope(post.unit, rule, &mut scope, &mut exempt);
        let mut cuts = rule.cuts();
        cuts.extend([known.from, known.until]);
        let mut runs = Runs::new(ground.window);
        sweep([&mut scope, &mut exempt, &mut value], &cuts, |days, [scope, exempt, (low, high)]| {
            let (broken, fine) = if short { (high < room, low >= room) } else { (low > room, high <= room) };
            let state = match rule.param(days.from) {
                _ if scope.0 == 0 || exempt.0 > 0 => State::Out,
                None => State::Out,
                Some((_, param)) if !param.read => State::Mute,
                Some(_) if fine => State::Fine,
                Some((of, _)) if broken && known.contains(days.from) => State::Broken(of),
                Some(_) => State::Unknown,
            };
            runs.push(days, state);
        });
        probe.runs = runs;
        probe.settle(
            wait,
            |ground| ground.post_key(id),
            |ground, day| ground.post_subject(id, post, day),
            |ground, _, run, day| say(ground, post, value.on(day.number()).0, run, day),
        );
    }
}

/// Places that nobody holds.
pub(super) fn vacancy(probe: &mut Probe<'_>) {
    let wait = i32::try_from(probe.rule.draft().days.unwrap_or(0)).unwrap_or(i32::MAX);
    places(probe, true, wait, |_, post, there, run, day| {
        let room = i64::from(post.capacity);
        let vacant = room - i64::from(there);
        let mut facts = vec![number("职数", "capacity", room), number("空缺", "vacant", vacant)];
        if run.from > Days::ALWAYS.from {
            facts.push(number("空缺天数", "days vacant", day.number() - run.from));
        }
        Said {
            facts,
            path: Vec::new(),
            message: Text::new(
                format!("职数{room}，空缺{vacant}"),
                format!("{vacant} of {room} places in the post are vacant"),
            ),
        }
    });
}

/// More who hold a post than it has places.
pub(super) fn capacity(probe: &mut Probe<'_>) {
    places(probe, false, 0, |_, post, there, _, _| {
        let room = post.capacity;
        Said {
            facts: vec![number("职数", "capacity", room), number("任职人数", "holders", there)],
            path: Vec::new(),
            message: Text::new(format!("职数{room}，任职{there}人"), format!("{there} hold a post for {room}")),
        }
    });
}

/// Judges every holding on its days.
fn holdings(
    probe: &mut Probe<'_>,
    wait: i32,
    cuts: impl Fn(&Holding, &Post) -> Vec<i32>,
    judge: impl Fn(&Probe<'_>, &Holding, &Post, i32) -> State,
    say: impl Fn(&Ground<'_>, &Holding, &Post, Option<&Param>, Days, Day) -> Said,
) {
    let (ground, rule) = (probe.ground, probe.rule);
    let (mut scope, mut exempt, mut there) = (Tally::default(), Tally::default(), Tally::default());
    for (id, post) in ground.posts(rule) {
        ground.scope(post.unit, rule, &mut scope, &mut exempt);
        for holding in ground.organisation.holdings_of(id) {
            there.clear();
            there.add(Fact::of(holding.span));
            let mut all = rule.cuts();
            all.extend(cuts(holding, post));
            let mut runs = Runs::new(ground.window);
            sweep([&mut scope, &mut exempt, &mut there], &all, |days, [scope, exempt, (low, high)]| {
                let state = match () {
                    () if scope.0 == 0 || exempt.0 > 0 || high == 0 => State::Out,
                    () => match judge(probe, holding, post, days.from) {
                        State::Broken(_) if low == 0 => State::Unknown,
                        state => state,
                    },
                };
                runs.push(days, state);
            });
            probe.runs = runs;
            probe.settle(
                wait,
                |ground| ground.post_key(id),
                |ground, day| ground.post_subject(id, post, day),
                |ground, param, run, day| say(ground, holding, post, param, run, day),
            );
        }
    }
}

/// Holdings that go on after their term: that of the post, or else that of the law of the day.
pub(super) fn term(probe: &mut Probe<'_>, packs: &Packs, secondary: bool) {
    let (ground, rule) = (probe.ground, probe.rule);
    let organisation = ground.organisation;
    let draft = rule.draft();
    let laws = laws(&organisation.catalogue, draft.number.as_ref(), packs, secondary);
    let law = |post: &Post, day: i32| -> Option<&Param> {
        let (kind, _) = organisation.kind_on(post.unit, Day::from_number(day)?)?;
        let clause = kind.clauses.get(draft.number.as_ref()?)?;
        laws.get(clause)?.iter().find(|p| p.days.contains(day))
    };
    let lawful = |post: &Post, day: i32| law(post, day).filter(|p| p.read).and_then(|p| u32::try_from(p.most?).ok());
    let clause_of = |post: &Post, day: i32| {
        let kind = Day::from_number(day).and_then(|day| organisation.kind_on(post.unit, day));
        kind.is_some_and(|(kind, _)| draft.number.as_ref().is_some_and(|n| kind.clauses.contains_key(n)))
    };
    let years_on = |post: &Post, day: i32| post.term_years.or_else(|| lawful(post, day)).or(draft.years);
    let ends = |holding: &Holding, years: u32| -> Option<(Day, Day)> {
        let from = holding.span.from()?;
        Some((from.earliest().plus_years(years).ok()?, from.latest().plus_years(years).ok()?))
    };
    holdings(
        probe,
        0,
        |holding, post| {
            let mut out: Vec<i32> = laws.values().flatten().flat_map(|p| [p.days.from, p.days.until]).collect();
            let mut terms: Vec<u32> = laws.values().flatten().filter_map(|p| u32::try_from(p.most?).ok()).collect();
            terms.extend(post.term_years.into_iter().chain(draft.years));
            for (first, last) in terms.into_iter().filter_map(|years| ends(holding, years)) {
                out.extend([first.number(), last.number()]);
            }
            let kinds = organisation.columns.kinds.of(post.unit);
            out.extend(kinds.flat_map(|(_, span)| crate::organisation::dated::turns(span)).map(Day::number));
            out
        },
        |probe, holding, post, day| {
            let Some(years) = years_on(post, day) else {
                // The law has a term that nobody here has read: it is not known whether one is over.
                return if clause_of(post, day) { State::Unknown } else { State::Out };
            };
            let Some((first, last)) = ends(holding, years) else { return State::Unknown };
            match probe.rule.param(day) {
                None => State::Out,
                // A term of the law of another day is another violation.
                Some(_) if last.number() <= day => State::Broken(if post.term_years.is_some() { 0 } else { years }),
                Some(_) if first.number() <= day => State::Unknown,
                Some(_) => State::Fine,
            }
        },
        |ground, holding, post, _, run, day| {
            let years = years_on(post, run.from).unwrap_or(0);
            let last = ends(holding, years).map_or(day, |(_, last)| last);
            let over = day.since(last);
            Said {
                facts: vec![
                    words("任职者", "holder", ground.holder_key(holding.holder)),
                    number("任期年数", "term in years", years),
                    number("超期天数", "days beyond", over),
                ],
                path: Vec::new(),
                message: Text::new(
                    format!("任期{years}年，已于{last}届满，超期{over}天"),
                    format!("the term of {years} years was over on {last}, {over} days ago"),
                ),
            }
        },
    );
    probe.cite(|subject, period| {
        let post = organisation.posts.get(&subject.key).and_then(|id| organisation.post(id))?;
        let day = period.from.map_or(1, Day::number).max(ground.window.from);
        let lawful = law(post, day).filter(|p| p.read)?;
        let same = post.term_years.is_none() || post.term_years.map(i64::from) == lawful.most;
        same.then(|| lawful.citation.clone()).flatten()
    });
}

fn mode_of(holding: &Holding, post: &Post) -> Option<Mode> {
    holding.mode.or(post.mode)
}

fn holder_said(ground: &Ground<'_>, holding: &Holding, zh: String, en: String) -> Said {
    Said {
        facts: vec![words("任职者", "holder", ground.holder_key(holding.holder))],
        path: Vec::new(),
        message: Text::new(zh, en),
    }
}

/// Holdings that are acting for too long.
pub(super) fn acting(probe: &mut Probe<'_>) {
    let days = probe.rule.draft().days.unwrap_or(0);
    let wait = i32::try_from(days).unwrap_or(i32::MAX);
    holdings(
        probe,
        wait,
        |_, _| Vec::new(),
        |probe, holding, post, day| {
            let acting = i32::from(mode_of(holding, post) == Some(Mode::Acting));
            probe.forbid(day, (acting, acting), true)
        },
        |ground, holding, _, _, run, day| {
            let so_far = day.number() - run.from;
            let text =
                (format!("已代理{so_far}天，超过{days}天"), format!("acting for {so_far} days, more than {days}"));
            holder_said(ground, holding, text.0, text.1)
        },
    );
}

/// Holdings that somebody came into otherwise than allowed.
pub(super) fn mode(probe: &mut Probe<'_>) {
    let allowed = probe.rule.draft().modes.clone();
    holdings(
        probe,
        0,
        |_, _| Vec::new(),
        |probe, holding, post, day| {
            let wrong = i32::from(mode_of(holding, post).is_some_and(|mode| !allowed.contains(&mode)));
            probe.forbid(day, (wrong, wrong), true)
        },
        |ground, holding, post, _, _, _| {
            let label = mode_of(holding, post).map(mode_label).unwrap_or_default();
            let (zh, en) = (label.get(crate::kernel::Lang::Zh), label.get(crate::kernel::Lang::En));
            holder_said(ground, holding, format!("产生方式为{zh}"), format!("the holder came into it as {en}"))
        },
    );
}

pub(in crate::organisation) fn mode_label(mode: Mode) -> Text {
    match mode {
        Mode::Elected => Text::new("选举", "elected"),
        Mode::Appointed => Text::new("任命", "appointed"),
        Mode::Acting => Text::new("代理", "acting"),
        Mode::ExOfficio => Text::new("因职务当然兼任", "ex officio"),
        Mode::Recruited => Text::new("公开招聘", "recruited"),
    }
}

/// Posts without enough people in reserve.
pub(super) fn reserve(probe: &mut Probe<'_>) {
    let (ground, rule) = (probe.ground, probe.rule);
    let conduct = &ground.organisation.conduct;
    if conduct.reserves.is_empty() {
        return probe.nothing_on_record();
    }
    let words = rule.counted();
    let (mut scope, mut exempt) = (Tally::default(), Tally::default());
    for (id, post) in ground.posts(rule) {
        ground.scope(post.unit, rule, &mut scope, &mut exempt);
        let mut value = Tally::default();
        let all: Vec<_> = conduct.reserves_of(id).collect();
        for group in all.chunk_by(|a, b| a.holder == b.holder) {
            value.add_any(group.iter().map(|r| Fact::of(r.span)));
        }
        probe.bounded(&mut scope, &mut exempt, &mut value, Days::ALWAYS);
        probe.settle(
            0,
            |ground| ground.post_key(id),
            |ground, day| ground.post_subject(id, post, day),
            |_, param, _, day| {
                super::probe::counted(&Text::new("职位", "post"), value.on(day.number()).0, &words, param)
            },
        );
    }
}

/// Holdings that ended, and nobody recorded why.
pub(super) fn end_reason(probe: &mut Probe<'_>) {
    let (ground, rule) = (probe.ground, probe.rule);
    for (id, post) in ground.posts(rule) {
        for holding in ground.organisation.holdings_of(id) {
            let Some(until) = holding.span.until() else { continue };
            let mut over = Tally::default();
            let fact = Fact { sure: Days::since(until.latest().number()), may: Days::since(until.earliest().number()) };
            if holding.end_reason.is_none() {
                over.add(fact);
            }
            let mut scope = Tally::default();
            scope.add(fact);
            probe.forbidden(&mut scope, &mut over);
            probe.settle(
                0,
                |ground| ground.post_key(id),
                |ground, day| ground.post_subject(id, post, day),
                |ground, _, _, _| {
                    let text =
                        (format!("于{until}离任，原因未登记"), format!("it ended on {until}, no reason is on record"));
                    holder_said(ground, holding, text.0, text.1)
                },
            );
        }
    }
}
