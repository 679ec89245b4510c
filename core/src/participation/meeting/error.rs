//! The faults of meetings.

use crate::kernel::error::faults;

faults! {
    /// Faults of a meeting and of what is shown of its units.
    pub enum MeetingError: Participation {
        /// Two days for the meeting.
        OtherDay { day: String, meeting: String } => "meeting-day-differs", "the meeting is of {meeting}, `days.meeting` says {day}", "leave `days.meeting` out";
        /// Two items of one key.
        ItemTwice { key: String } => "agenda-item-twice", "the item `{key}` stands twice on the agenda", "give each item its own key";
        /// Two amendments of one key.
        AmendmentTwice { key: String } => "amendment-twice", "the amendment `{key}` stands twice", "give each amendment its own key";
        /// A name of an amendment that nobody moved.
        UnknownAmendment { key: String, have: String } => "unknown-amendment", "there is no amendment `{key}`", "those there are: {have}";
        /// A vote on an amendment that was withdrawn.
        Withdrawn { key: String } => "amendment-withdrawn", "the amendment `{key}` was withdrawn and voted on", "leave the vote out, or `withdrawn`";
        /// Amendments of which it is not said how far they go.
        NoDistance { key: String } => "amendment-without-distance", "it is not said how far the amendment `{key}` goes", "add `distance`, or vote on amendments `as-listed`";
        /// Amendments of which it is not said in which order they are voted on.
        NoOrder => "amendments-without-order", "there are several amendments and no order of votes", "write `amendments = \"furthest-first\"` or `\"as-listed\"` in the rules";
        /// Two votes on one thing.
        PollTwice { of: String } => "meeting-vote-twice", "there are two votes on {of}", "keep the vote that counts";
        /// More who take part in one vote than attend.
        MoreTakingPart { part: String, attending: String } => "more-taking-part-than-attending", "{part} take part in the vote, {attending} attend", "count again; `present` of a vote is at most the attendance";
        /// More who may vote on one thing than may vote at all.
        MoreEntitled { part: String, all: String } => "more-entitled-than-on-the-roll", "{part} may vote on this of {all} in all", "count again, or check the roll";
        /// More who came than may.
        MoreInPerson { in_person: String, entitled: String } => "more-attending-than-entitled", "{in_person} came of {entitled} entitled", "count again, or check the roll";
        /// More proxies than people who stayed away.
        MoreProxies { by_proxy: String, absent: String } => "more-proxies-than-absent", "{by_proxy} are represented, {absent} did not come themselves", "count again; who came needs no proxy";
        /// A number that this tally does not have.
        Unfit { field: String } => "meeting-tally-unfit", "`{field}` does not belong here", "a petition has `entitled` and `proposing`, a vote all others";
        /// Proxies in two forms.
        TwoForms => "proxies-listed-and-counted", "the meeting gives `proxies` and `proxies_counted`", "give one of them";
        /// Proxies that do not fit the attendance.
        ProxySum { listed: u64, counted: u64 } => "proxies-differ-from-attendance", "{listed} proxies count, {counted} heads are represented", "count again; a proxy that was refused is `excluded = true`";
        /// Counts of proxies that cannot be.
        ProxyCounts => "proxy-counts-unfit", "one holder has more proxies than there are, or none of some", "count again";
        /// Two proxies of one giver.
        GivenTwice { giver: String } => "proxy-given-twice", "`{giver}` gave two proxies", "keep the one that counts, mark the other as `excluded = true`";
        /// Proxies that lead back to their giver.
        Circle { keys: String } => "delegation-circle", "the proxies go round: {keys}", "none of them can act: mark them as `excluded = true`";
        /// A proxy that was passed on.
        PassedOn { giver: String, holder: String } => "proxy-passed-on", "`{giver}` holds a proxy and gave one to `{holder}`", "a proxy cannot be passed on: mark what `{giver}` holds as `excluded = true`";
        /// A proxy whose holder did not come.
        HolderAbsent { holder: String } => "proxy-for-absent-proxy", "`{holder}` holds a proxy and did not come", "mark it as `excluded = true`, or add the holder to `present`";
        /// A proxy of one who came.
        GiverPresent { giver: String } => "proxy-giver-present", "`{giver}` gave a proxy and came", "who came needs no proxy: mark it as `excluded = true`";
        /// A holder who stands twice.
        HolderTwice { holder: String } => "proxy-holder-twice", "`{holder}` stands twice among those who came", "list each holder once";
        /// A registration after the meeting.
        RegisteredAfter { registered: String, day: String } => "proxy-registered-after", "a proxy was registered on {registered}, the meeting was on {day}", "check the days";
        /// A casting vote that no rule gives.
        NoCasting => "casting-vote-not-given", "the rules give no casting vote", "name the clause in `rules.casting_vote`, or leave `casting` out";
        /// A casting vote without a tie.
        NoTie => "casting-vote-without-tie", "the chair decides only where as many voted yes as no", "leave `casting` out";
        /// A list of units of a secret ballot.
        SecretRollCall => "roll-call-of-secret-ballot", "a secret ballot cannot list who voted how", "give it as `counted`";
        /// A list of units without a secret.
        NoSalt => "roll-call-without-salt", "votes are listed by units, and there is no salt for their commitment", "add `salt`: 16 random bytes or more in hexadecimal digits, which you keep";
        /// A commitment beside the units that it commits to.
        TwoLists => "roll-call-twice", "the vote gives `units` and `committed`", "give `units`; the commitment is made of them";
        /// Rules that allow and forbid the same.
        TwoAgendaRules => "agenda-rules-twice", "a clause says what may be voted on, and `off_agenda` too", "leave one of them out";
        /// A unit that is not in the list.
        NoUnit { key: String } => "unit-not-committed", "there is no unit `{key}` in the list", "check the key";
        /// A vote that has no list of units.
        NoRollCall => "vote-without-roll-call", "this vote has no list of units", "name an item and an amendment whose vote lists `units`";
    }
}
