//! Laws that hold for every meeting, tried on generated ones.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::kernel::{Document, Status, Value, canonical, to_value};
use crate::pack::{Pack, Packs};
use crate::participation::laws::cases;
use crate::wire::pack::RuleDraft;
use crate::wire::participation::TallyDraft;
use crate::wire::participation_meeting::{
    AttendingDraft, MeetingDraft, MeetingPollDraft, MeetingTalliesDraft, ProxiesDraft, ProxyDraft,
};

fn club() -> &'static Packs {
    static CLUB: std::sync::OnceLock<Packs> = std::sync::OnceLock::new();
    CLUB.get_or_init(|| Packs::new([Pack::parse(include_str!("club.toml")).unwrap()]).unwrap())
}

/// The meeting of the tests with one motion and no amendments.
fn draft() -> MeetingDraft {
    static DRAFT: std::sync::OnceLock<MeetingDraft> = std::sync::OnceLock::new();
    let make = || {
        let mut draft = Meeting::parse(include_str!("club-meeting.toml")).unwrap().draft().clone();
        draft.agenda.truncate(1);
        draft.agenda[0].amendments.clear();
        (draft.proxies, draft.proxies_counted) = (None, None);
        draft
    };
    DRAFT.get_or_init(make).clone()
}

/// How many are entitled and absent, and how those who came voted.
#[derive(Debug, Clone, Copy)]
struct Votes {
    absent: u64,
    yes: u64,
    no: u64,
    abstain: u64,
    invalid: u64,
    silent: u64,
}

const RULES: [&str; 4] = ["club.majority", "club.present", "club.valid", "club.quorum"];

fn meeting(v: Votes, rules: usize, second: bool) -> MeetingDraft {
    let mut draft = draft();
    draft.second_call = Some(second);
    let in_person = v.yes + v.no + v.abstain + v.invalid + v.silent;
    draft.attendance.heads =
        Some(AttendingDraft { entitled: Some(in_person + v.absent), in_person: Some(in_person), by_proxy: None });
    let named = RULES.iter().enumerate().filter(|(i, _)| rules >> i & 1 == 1);
    draft.agenda[0].decided_by = RuleDraft::All { all: named.map(|(_, r)| RuleDraft::Clause((*r).into())).collect() };
    let heads = TallyDraft {
        yes: Some(v.yes),
        no: Some(v.no),
        abstain: Some(v.abstain),
        invalid: Some(v.invalid),
        ..TallyDraft::default()
    };
    let counted = MeetingTalliesDraft { heads: Some(heads), ..MeetingTalliesDraft::default() };
    draft.agenda[0].polls = vec![MeetingPollDraft { counted: Some(counted), ..MeetingPollDraft::default() }];
    draft
}

fn decide(draft: MeetingDraft) -> MeetingResult {
    let meeting = Meeting::check(draft).unwrap();
    meeting.result(&club().at(meeting.day())).unwrap()
}

fn votes() -> impl Strategy<Value = Votes> {
    (0..30_u64, 0..20_u64, 0..20_u64, 0..5_u64, 0..4_u64, 0..4_u64)
        .prop_map(|(absent, yes, no, abstain, invalid, silent)| Votes { absent, yes, no, abstain, invalid, silent })
}

fn bump(value: &mut Value, at: &mut usize) {
    match value {
        Value::Int(n) => {
            if *at == 0 {
                *n += 1;
            }
            *at = at.wrapping_sub(1);
        }
        Value::List(items) => items.iter_mut().for_each(|v| bump(v, at)),
        Value::Map(entries) => entries.iter_mut().for_each(|(_, v)| bump(v, at)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(cases(200))]

    /// An absence, an abstention, a no, an invalid vote or a silence that turns to yes never undoes what was decided.
    #[test]
    fn a_yes_more_never_undoes_a_decision(v in votes(), rules in 1..16_usize, second: bool) {
        if decide(meeting(v, rules, second)).view().items[0].status == Status::Met {
            let mut turned = Vec::new();
            if v.absent > 0 { turned.push(Votes { absent: v.absent - 1, yes: v.yes + 1, ..v }); }
            if v.no > 0 { turned.push(Votes { no: v.no - 1, yes: v.yes + 1, ..v }); }
            if v.abstain > 0 { turned.push(Votes { abstain: v.abstain - 1, yes: v.yes + 1, ..v }); }
            if v.invalid > 0 { turned.push(Votes { invalid: v.invalid - 1, yes: v.yes + 1, ..v }); }
            if v.silent > 0 { turned.push(Votes { silent: v.silent - 1, yes: v.yes + 1, ..v }); }
            for more in turned {
                let status = decide(meeting(more, rules, second)).view().items[0].status;
                prop_assert_eq!(status, Status::Met, "{:?}", more);
            }
        }
    }

    /// The same comparisons made here by hand.
    #[test]
    fn a_decision_is_what_its_clauses_say(v in votes(), rules in 1..16_usize, second: bool) {
        let present = v.yes + v.no + v.abstain + v.invalid + v.silent;
        let entitled = present + v.absent;
        let holds = [
            2 * v.yes > v.yes + v.no,
            2 * v.yes > present,
            2 * v.yes > v.yes + v.no + v.abstain,
            2 * present > entitled,
        ];
        let quorum = if second { entitled > 0 && 5 * present >= entitled } else { 2 * present > entitled };
        let expected = quorum && (0..4).all(|i| rules >> i & 1 == 0 || holds[i]);
        let status = decide(meeting(v, rules, second)).view().items[0].status;
        prop_assert_eq!(status == Status::Met, expected);
        prop_assert!(status != Status::Unknown);
    }

    /// What is left out is asked for, or does not matter: whatever it is, a settled answer stands.
    #[test]
    fn a_settled_answer_stands_whatever_is_not_known(v in votes(), rules in 1..16_usize, which in 0..5_usize) {
        let whole = meeting(v, rules, false);
        let mut part = whole.clone();
        let heads = part.agenda[0].polls[0].counted.as_mut().unwrap().heads.as_mut().unwrap();
        match which {
            0 => heads.yes = None,
            1 => heads.no = None,
            2 => heads.abstain = None,
            3 => heads.invalid = None,
            _ => part.attendance.heads.as_mut().unwrap().entitled = None,
        }
        let (whole, part) = (decide(whole), decide(part));
        let (known, asked) = (whole.view().items[0].status, &part.view().items[0]);
        if asked.status == Status::Unknown {
            prop_assert!(!asked.missing.is_empty());
        } else {
            prop_assert_eq!(asked.status, known);
        }
    }

    /// A record verifies, and does not once one of its numbers is changed.
    #[test]
    fn a_record_verifies_until_a_number_is_changed(v in votes(), rules in 1..16_usize, at in 0..60_usize) {
        let record = decide(meeting(v, rules, false)).record().unwrap();
        prop_assert!(verify_meeting(&MeetingRecord::parse(&canonical(&record).unwrap()).unwrap(), club(), None).unwrap().ok);
        let mut value = to_value(&record).unwrap();
        let before = value.clone();
        bump(&mut value, &mut { at });
        if value != before && let Ok(changed) = MeetingRecord::from_value(value) {
            prop_assert!(!verify_meeting(&changed, club(), None).unwrap().ok);
        }
    }

    /// Proxies are accepted where each was given once, is not passed on and its holder came; a circle is told as one.
    #[test]
    fn proxies_are_accepted_only_where_they_can_act(
        given in prop::collection::vec((0..8_usize, 0..8_usize, prop::bool::weighted(0.15)), 0..8),
        present in prop::collection::btree_set(0..8_usize, 0..8),
    ) {
        let key = |i: usize| format!("p{i}").parse().unwrap();
        let list = ProxiesDraft {
            given: given.iter().map(|(giver, holder, excluded)| ProxyDraft {
                giver: key(*giver), holder: key(*holder), registered: None, near_relative: None, excluded: *excluded,
            }).collect(),
            present: present.iter().map(|i| key(*i)).collect(),
        };
        let counted: Vec<(usize, usize)> = given.iter().filter(|g| !g.2).map(|g| (g.0, g.1)).collect();
        let to: BTreeMap<usize, usize> = counted.iter().copied().collect();
        let once = to.len() == counted.len();
        let can = |giver: &usize, holder: &usize| {
            !to.contains_key(holder) && present.contains(holder) && !present.contains(giver)
        };
        let sound = once && counted.iter().all(|(giver, holder)| can(giver, holder));
        let found = super::proxies::count(&list, "2026-04-20".parse().unwrap());
        match found {
            Ok(counts) => {
                prop_assert!(sound);
                prop_assert_eq!(counts.counted, counted.len() as u64);
                let holders: BTreeSet<usize> = counted.iter().map(|c| c.1).collect();
                let most = holders.iter().map(|h| counted.iter().filter(|c| c.1 == *h).count()).max().unwrap_or(0);
                prop_assert_eq!(counts.most_held, Some(most as u64));
            }
            Err(error) => {
                prop_assert!(!sound);
                // Whoever comes back to the giver within as many steps as there are proxies stands on a circle.
                let round = to.keys().any(|start| {
                    let mut at = *start;
                    (0..to.len()).any(|_| to.get(&at).is_some_and(|next| { at = *next; at == *start }))
                });
                prop_assert_eq!(error.faults().any(|f| f.code() == "delegation-circle"), round);
            }
        }
    }
}
