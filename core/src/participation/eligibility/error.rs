//! The faults of questions about one person.

use crate::kernel::error::faults;

faults! {
    /// Faults of a question about one person, and of a roll.
    pub enum EligibilityError: Participation {
        /// A question that is not about one person.
        NotPersonal { question: String, clause: String } => "eligibility-not-personal", "`{question}` decides by `{clause}`, which is not about one person", "ask a question whose clauses are all predicates, or use `decide`";
        /// A sensitive fact where facts are kept.
        Sensitive { name: String } => "eligibility-sensitive-kept", "`{name}` is a sensitive fact of a person, which stands in no facts and no table", "answer it in the call, for that one clause";
        /// A fact that no clause of the question asks.
        NotAsked { name: String, have: String } => "eligibility-not-asked", "no clause of this question asks `{name}`", "leave it out; what is asked is {have}";
        /// A clause answered and its day given too.
        Twice { name: String } => "eligibility-answered-twice", "`{name}` is answered, and the day from which it follows is given", "give one of them";
        /// A day in the future of the day asked about.
        DayAfter { day: String, on: String } => "eligibility-day-after", "{day} lies after {on}, the day asked about", "check the day";
        /// A day of moving in before the day of birth.
        BeforeBirth { since: String, born: String } => "eligibility-before-birth", "resident since {since}, born on {born}", "check the days";
        /// A key that stands twice on a roll.
        KeyTwice { key: String } => "eligibility-key-twice", "the key `{key}` stands twice on the roll", "list each person once";
        /// A unit without anyone whose head it is.
        NoOwner { key: String } => "owners-unit-without-owner", "the unit `{key}` has no owner", "write its owners, or that the developer has it (`unsold`, `undelivered`)";
        /// A unit that is not sold and has an owner beside the developer.
        UnsoldOwned { key: String } => "owners-unsold-owned", "the unit `{key}` is unsold and has owners", "leave the owners out, or write `undelivered`";
        /// A unit that stands twice.
        UnitTwice { key: String } => "owners-unit-twice", "the unit `{key}` stands twice", "list each exclusive unit once";
        /// An owner that stands twice at one unit.
        OwnerTwice { key: String } => "owners-owner-twice", "the owner `{key}` stands twice at one unit", "list each owner once";
        /// A clause that counts no heads.
        NotCounting { id: String } => "owners-clause-not-counting", "`{id}` does not say how units are counted", "name a clause with `counting`, such as `cn.spc.9`";
        /// A word that is no kind of kinship.
        Kinship { got: String } => "kinship-unknown", "`{got}` is no kind of kinship", "choose one of `spouse`, `parent`, `child`, `sibling`, `paternal-grandparent`, `maternal-grandparent`, `sons-child`, `daughters-child`, `uncle-aunt-nephew-niece`, `cousin`, `in-law`, `other`";
        /// No unit at all.
        NoUnits => "owners-none", "the list of units is empty", "list every unit";
    }
}
