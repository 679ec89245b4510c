//! The contents of clauses beside shares and ranges: deadlines, compositions, surpluses, predicates, counting rules and
//! procedures.

use serde::{Deserialize, Serialize};

use super::{Clause, Comparison};
use crate::kernel::{Day, Ratio, Text};

/// Declares a closed list of words with their names in both languages.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident: $zh:literal, $en:literal;)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vmeta])* $variant,)*
        }

        impl $name {
            /// Its name.
            pub fn label(self) -> Text {
                match self {
                    $(Self::$variant => Text::new($zh, $en),)*
                }
            }
        }
    };
}

words! {
    /// Something that happens on a day, between which deadlines run.
    Milestone {
        /// An application is made.
        Application: "申请", "application";
        /// An application is reviewed.
        Review: "审查", "review";
        /// A petition is handed in.
        Petition: "提议", "petition";
        /// A preparatory group is formed.
        PreparatoryGroup: "筹备组成立", "preparatory group formed";
        /// Drafts are posted.
        Drafts: "草案公示", "drafts posted";
        /// A meeting is called.
        Convening: "召集", "convening";
        /// Notice is given.
        Notice: "通知、公告", "notice";
        /// The agenda is sent or posted.
        Agenda: "议程告知", "agenda sent";
        /// The roll of voters is posted.
        Roll: "选民名单公布", "roll posted";
        /// An objection is raised.
        Objection: "申诉", "objection";
        /// An objection is ruled on.
        Ruling: "申诉处理", "ruling";
        /// Notice of nominations is given.
        NominationNotice: "提名公告", "notice of nominations";
        /// Nominations close.
        NominationDeadline: "提名截止", "close of nominations";
        /// The first list of candidates is posted.
        FirstList: "初步候选人名单公布", "first list posted";
        /// The final list of candidates is posted.
        FinalList: "正式候选人名单公布", "final list posted";
        /// A proxy is registered.
        ProxyRegistration: "委托投票登记", "proxy registered";
        /// The list of proxies is posted.
        ProxyList: "委托投票名单公布", "proxy list posted";
        /// Notice of an election is given.
        ElectionNotice: "选举公告", "notice of election";
        /// Ballots are sent out.
        BallotsSent: "发出选票", "ballots sent";
        /// Voting closes.
        VotingDeadline: "投票截止", "close of voting";
        /// The meeting.
        Meeting: "会议", "meeting";
        /// The meeting before it.
        LastMeeting: "上次会议", "last meeting";
        /// The first meeting of a body.
        FirstMeeting: "首次会议", "first meeting";
        /// The meeting that lacked its quorum.
        FirstCall: "首次召集的会议", "first call";
        /// The meeting that is called again.
        SecondCall: "再次召集的会议", "second call";
        /// Polling day.
        Poll: "选举日", "polling day";
        /// A poll that is held again.
        Rerun: "另行选举", "rerun";
        /// The body is elected.
        Election: "选举产生", "election";
        /// The election before it.
        LastElection: "上次选举", "last election";
        /// A decision is taken.
        Decision: "作出决定", "decision";
        /// A decision is posted.
        Publication: "公布决定", "decision posted";
        /// What was decided is filed with an authority.
        Filing: "备案", "filing";
        /// Office is handed over.
        HandOver: "工作移交", "hand-over";
        /// A recall is asked for.
        RecallPetition: "罢免要求", "recall petition";
        /// A recall is voted on.
        RecallPoll: "罢免表决", "recall poll";
        /// A vacancy is filled.
        ByElection: "补选", "by-election";
    }
}

words! {
    /// A number that is counted once, beside the tallies of a vote.
    Figure {
        /// Members of a body.
        Members: "成员", "members";
        /// Representatives among them.
        Representatives: "代表", "representatives";
        /// Women among them.
        Women: "妇女", "women";
        /// Seats to be filled.
        Seats: "应选名额", "seats";
        /// Candidates for them.
        Candidates: "候选人", "candidates";
        /// Seats that were filled.
        Elected: "当选人数", "seats filled";
        /// Households.
        Households: "户", "households";
        /// Inhabitants.
        Inhabitants: "居民人口", "inhabitants";
        /// Signatures that a project must have.
        Signatures: "联署人数", "signatures";
        /// Proxies that one voter holds.
        Proxies: "受托票数", "proxies held";
        /// Appraisals in a row that were unsatisfactory.
        UnsatisfactoryAppraisals: "连续评议不称职次数", "unsatisfactory appraisals in a row";
        /// Names marked on a ballot.
        NamesMarked: "选票所选人数", "names marked on a ballot";
        /// Ballots given out.
        BallotsIssued: "发出选票", "ballots issued";
        /// Ballots that came back.
        BallotsReturned: "收回选票", "ballots returned";
        /// Voters who took part.
        VotersTakingPart: "参加投票人数", "voters taking part";
        /// Floor area that was handed over to owners, in cm2.
        DeliveredArea: "已交付面积", "delivered area";
        /// Floor area in all, in cm2.
        TotalArea: "总面积", "total area";
        /// Money that is spent in all.
        Expenditure: "支出总额", "expenditure";
        /// Money that a participatory budget holds.
        Budget: "参与式预算", "participatory budget";
    }
}

words! {
    /// What is asked of one person, body or paper; the caller answers.
    PredicateKind {
        /// Of an age on a day.
        Age: "年龄", "age";
        /// Resident for some time.
        Residence: "居住", "residence";
        /// Registered here.
        Registered: "户籍", "registered here";
        /// Registered in another place too.
        RegisteredElsewhere: "已在他处登记", "registered elsewhere";
        /// Lives here, however long.
        Resident: "本地居民", "resident here";
        /// Asked, or declared, to take part oneself.
        OwnRequest: "本人申请或者表示", "own request";
        /// Represents a household.
        HouseholdRepresentative: "户的代表", "household representative";
        /// An owner.
        Owner: "业主", "owner";
        /// A member of a body.
        Member: "成员", "member";
        /// A near relative of a member.
        NearRelative: "近亲属", "near relative";
        /// Has an interest of one's own in the matter.
        ConflictOfInterest: "利害关系", "conflict of interest";
        /// Has the consent of a body.
        Consent: "同意", "consent";
        /// Stands on the posted agenda.
        OnAgenda: "列入公示议题", "on the posted agenda";
        /// Acts by a proxy.
        ByProxy: "委托代理", "by proxy";
        /// The matter is urgent.
        Urgent: "情况紧急", "urgent";
        /// The vote is secret.
        SecretBallot: "无记名投票", "secret ballot";
        /// Has political rights.
        PoliticalRights: "政治权利", "political rights";
        /// Is a full member of the party with all rights.
        PartyMember: "正式党员", "full party member";
        /// Has legal capacity.
        LegalCapacity: "民事行为能力", "legal capacity";
    }
}

impl PredicateKind {
    /// Whether the answer is a sensitive fact of a person: it is then answered in the call, and kept nowhere.
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::PoliticalRights | Self::PartyMember | Self::LegalCapacity)
    }
}

words! {
    /// Whether a full number of years is reached on the day itself on which they end, a birthday say.
    ///
    /// The Civil Code does not count the first day (art. 201) and lets the last run out (art. 203), so years are full from the
    /// day after. Many local rules on elections count the birthday in. Where a clause says neither, the day itself is unknown.
    YearsFull {
        /// On the day itself (含当日).
        OnTheDay: "含当日", "on the day itself";
        /// From the day after (从次日起算).
        DayAfter: "从次日起算", "from the day after";
    }
}

words! {
    /// In what a deadline is counted.
    TimeUnit {
        /// Days: the first is not counted (Civil Code art. 201).
        Day: "日", "days";
        /// Clear days: neither the first nor the last is counted.
        ClearDay: "整日", "clear days";
        /// Working days.
        WorkingDay: "工作日", "working days";
        /// Weeks of seven days.
        Week: "周", "weeks";
        /// Months, to the corresponding day or the month's last (Civil Code art. 202).
        Month: "个月", "months";
        /// Years, likewise.
        Year: "年", "years";
    }
}

words! {
    /// On which side of its anchor an event lies, and how far at least or at most.
    When {
        /// At least so long before.
        AtLeastBefore: "之前至少", "at least before";
        /// At most so long before.
        AtMostBefore: "之前至多", "at most before";
        /// At least so long after.
        AtLeastAfter: "之后至少", "at least after";
        /// At most so long after.
        AtMostAfter: "之后至多", "at most after";
    }
}

/// A share that one number has of another: of women among the members, say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Composition {
    /// What is counted.
    pub part: Figure,
    /// Of how many.
    pub base: Figure,
    /// Whether the share itself is enough.
    pub comparison: Comparison,
    /// The share.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub share: Ratio,
    #[serde(skip)]
    pub(super) fraction: (u32, u32),
}

impl Composition {
    /// The share as numerator and denominator in lowest terms.
    pub const fn fraction(&self) -> (u32, u32) {
        self.fraction
    }

    pub(super) fn render(&self) -> Text {
        use crate::kernel::Lang::{En, Zh};
        let (part, base, comparison) = (self.part.label(), self.base.label(), self.comparison.label());
        Text::new(
            format!("{}{}{}的{}", part.get(Zh), comparison.get(Zh), base.get(Zh), self.share),
            format!("{} {} {} of {}", part.get(En), comparison.get(En), self.share, base.get(En)),
        )
    }
}

/// How many more candidates than seats there are: a number, or a share of the seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Surplus {
    /// The least, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub least: Option<Ratio>,
    /// The most, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub most: Option<Ratio>,
    /// Whether these are shares of the seats.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_seats: bool,
}

impl Surplus {
    /// The numbers of candidates that it allows for so many seats, both included.
    pub fn candidates(&self, seats: u64) -> (u64, Option<u64>) {
        use num_traits::ToPrimitive;
        let times = |ratio: &Ratio| {
            if self.of_seats { ratio.clone() * Ratio::from(seats) } else { ratio.clone() }
        };
        let least = self.least.as_ref().and_then(|r| times(r).ceil().to_u64()).unwrap_or(0);
        let most = self.most.as_ref().and_then(|r| times(r).floor().to_u64());
        (seats.saturating_add(least), most.map(|most| seats.saturating_add(most)))
    }

    pub(super) fn render(&self) -> Text {
        let (zh, en) = if self.of_seats { ("应选名额的", " of the seats") } else { ("", "") };
        let (a, b) = (self.least.as_ref(), self.most.as_ref());
        match (a, b) {
            (Some(a), Some(b)) if a == b => {
                Text::new(format!("候选人比应选名额多{zh}{a}"), format!("candidates exceed seats by {a}{en}"))
            }
            (Some(a), Some(b)) => Text::new(
                format!("候选人比应选名额多{zh}{a}至{b}"),
                format!("candidates exceed seats by {a} to {b}{en}"),
            ),
            (Some(a), None) => Text::new(
                format!("候选人比应选名额至少多{zh}{a}"),
                format!("candidates exceed seats by at least {a}{en}"),
            ),
            (None, Some(b)) => Text::new(
                format!("候选人比应选名额至多多{zh}{b}"),
                format!("candidates exceed seats by at most {b}{en}"),
            ),
            (None, None) => Text::default(),
        }
    }
}

/// What must, or must not, be so of a person, a body or a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Predicate {
    /// What is asked.
    pub is: PredicateKind,
    /// Whether it must not be so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not: bool,
    /// For how many years at least, for age and residence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// On which day, for age and residence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Milestone>,
    /// Whether the years are full on the very day on which they end, for age and residence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full: Option<YearsFull>,
    /// Of whom, in the words of the clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

impl Predicate {
    /// Whether so many years have passed since a day of birth or of moving in; `None` for what has no years, and on the very
    /// day on which they end if the clause does not say whether it counts.
    ///
    /// The days are not kept. Where the year has no corresponding day, its years end on the last day of the month.
    ///
    /// ```
    /// use shequ::pack::{Predicate, PredicateKind, YearsFull};
    /// let age = |full| Predicate { is: PredicateKind::Age, not: false, years: Some(18), on: None, full, words: None };
    /// let (born, birthday) = ("2007-03-21".parse()?, "2025-03-21".parse()?);
    /// assert_eq!(age(Some(YearsFull::OnTheDay)).reached(born, birthday), Some(true));
    /// assert_eq!(age(Some(YearsFull::DayAfter)).reached(born, birthday), Some(false));
    /// assert_eq!(age(None).reached(born, birthday), None);
    /// assert_eq!(age(None).reached(born, "2025-03-22".parse()?), Some(true));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn reached(&self, since: Day, on: Day) -> Option<bool> {
        let Ok(end) = since.plus_years(self.years?) else { return Some(false) };
        match self.full {
            _ if end != on => Some(end < on),
            Some(YearsFull::OnTheDay) => Some(true),
            Some(YearsFull::DayAfter) => Some(false),
            None => None,
        }
    }

    pub(super) fn render(&self) -> Text {
        use crate::kernel::Lang::{En, Zh};
        let label = self.is.label();
        let (mut zh, mut en) = (label.get(Zh).to_owned(), label.get(En).to_owned());
        if let Some(n) = self.years {
            zh = format!("{zh}满{n}年");
            en = format!("{en} of at least {n} {}", if n == 1 { "year" } else { "years" });
        }
        if let Some(on) = self.on {
            let on = on.label();
            zh = format!("{zh}（以{}为准）", on.get(Zh));
            en = format!("{en} on {}", on.get(En));
        }
        if let Some(full) = self.full {
            let full = full.label();
            zh = format!("{zh}（{}）", full.get(Zh));
            en = format!("{en}, full {}", full.get(En));
        }
        if let Some(words) = &self.words {
            zh = format!("{zh}：{}", words.get(Zh));
            en = format!("{en}: {}", words.get(En));
        }
        if self.not { Text::new(format!("不得有：{zh}"), format!("no {en}")) } else { Text::new(zh, en) }
    }
}

words! {
    /// How votes are counted, or a count is settled.
    CountingRule {
        /// Each unit of a building is one head.
        UnitsAsHeads: "一个专有部分按一人计算", "each unit counts as one head";
        /// Each owner is one head.
        OwnersAsHeads: "每名业主一票", "each owner has one vote";
        /// All units of one buyer are one head.
        BuyerOnce: "同一买受人按一人计算", "one buyer's several units count as one";
        /// All units that the developer has not sold or handed over are one head.
        DeveloperOnce: "建设单位未售、未交付的部分按一人计算", "the developer's unsold or undelivered units count as one";
        /// Co-owners vote as one.
        CoOwnersAsOne: "共有人合为一票", "co-owners vote as one";
        /// Area by the register, else by survey, else by the sale contract.
        AreaByRegister: "面积依登记、实测、合同为准", "area by register, else survey, else sale contract";
        /// A ballot with more names than seats is void.
        OverfullVoid: "所选人数多于应选名额的选票无效", "a ballot with more names than seats is void";
        /// A tie for the last seat is voted on again, among the tied.
        RevoteTied: "票数相等的候选人重新投票", "a revote among the tied";
        /// The chair has a casting vote.
        CastingVote: "主持人有决定票", "the chair has a casting vote";
        /// Most votes first.
        MostVotes: "得票多者当选", "most votes win";
    }
}

/// One step of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProcedureStep {
    /// What happens.
    pub event: Milestone,
    /// The clauses that bound it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<String>,
    /// Whether it is taken only where it is needed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
}

/// Whether a lower clause asks at least as much as a higher one; `None` where the two cannot be compared.
pub(crate) fn stricter(upper: &Clause, lower: &Clause) -> Option<bool> {
    use super::Content::{Composition, Days, Deadline, Range, Surplus, Threshold, Years};
    let up = |comparison: Comparison| matches!(comparison, Comparison::AtLeast | Comparison::MoreThan);
    let harder = |a: (&Ratio, Comparison), b: (&Ratio, Comparison)| {
        if up(a.1) != up(b.1) {
            return None;
        }
        let strict = |c| matches!(c, Comparison::MoreThan | Comparison::LessThan);
        let beyond = if up(a.1) { b.0 > a.0 } else { b.0 < a.0 };
        Some(beyond || b.0 == a.0 && (a.1 == b.1 || strict(b.1)))
    };
    let inside = |least: bool, most: bool| Some(least && most);
    match (upper.content(), lower.content()) {
        (Threshold(a), Threshold(b)) => {
            let same = (a.part(), a.base(), a.measure()) == (b.part(), b.base(), b.measure());
            same.then(|| harder((a.share(), a.comparison()), (b.share(), b.comparison())))?
        }
        (Composition(a), Composition(b)) if (a.part, a.base) == (b.part, b.base) => {
            harder((&a.share, a.comparison), (&b.share, b.comparison))
        }
        // What guides binds nobody: it asks less than any bound.
        (Range(a), Range(b)) if a.of() == b.of() => inside(
            b.least() >= a.least() && (a.usual() || !b.usual()),
            a.most().is_none_or(|most| b.most().is_some_and(|own| own <= most)),
        ),
        (Surplus(a), Surplus(b)) if a.of_seats == b.of_seats => inside(
            b.least >= a.least,
            a.most.as_ref().is_none_or(|most| b.most.as_ref().is_some_and(|own| own <= most)),
        ),
        (Deadline(a), Deadline(b)) if (a.event, a.anchor, a.when, a.unit) == (b.event, b.anchor, b.when, b.unit) => {
            Some(match a.when {
                When::AtLeastBefore | When::AtLeastAfter => b.n >= a.n,
                When::AtMostBefore | When::AtMostAfter => b.n <= a.n && (a.roll || !b.roll),
            })
        }
        (Years(a), Years(b)) | (Days(a), Days(b)) => (a == b).then_some(true),
        _ => None,
    }
}
