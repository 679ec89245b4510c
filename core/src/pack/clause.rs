//! Clauses: what a law says on one matter, as data of a closed language.

use serde::{Deserialize, Serialize};

use super::caution::CarriesOut;
use super::deadline::Deadline;
use super::language::{Composition, CountingRule, Figure, Predicate, ProcedureStep, Surplus};
use crate::kernel::{Certainty, Citation, Day, Ratio, Span, Text};

/// Where an instrument stands in the order of law, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// The defaults of the library, which any law or by-law may change.
    Default,
    /// A law of the nation (法律), with the interpretations of its highest court.
    NationalLaw,
    /// A regulation of the national government (行政法规).
    NationalRegulation,
    /// A regulation of a province or city (地方性法规).
    LocalRegulation,
    /// A rule of a local government (规章).
    LocalRule,
    /// The charter of a body (章程).
    Charter,
    /// A by-law or management rule (管理规约).
    ByLaw,
}

/// In what a decision is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Heads (人数): those who may vote, each once.
    Heads,
    /// Exclusive floor area (专有部分面积), in cm2.
    Area,
    /// Residents (居民).
    Residents,
    /// Households (户).
    Households,
    /// Residents' groups (居民小组).
    Groups,
    /// Representatives (代表).
    Representatives,
    /// Co-ownership shares, in whole parts of one denominator.
    Shares,
}

impl Measure {
    /// Every measure, in the order in which facts hold them.
    pub const ALL: [Self; 7] =
        [Self::Heads, Self::Area, Self::Residents, Self::Households, Self::Groups, Self::Representatives, Self::Shares];

    /// The key of its tally in a facts document.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Heads => "heads",
            Self::Area => "area",
            Self::Residents => "residents",
            Self::Households => "households",
            Self::Groups => "groups",
            Self::Representatives => "representatives",
            Self::Shares => "shares",
        }
    }

    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Heads => Text::new("人数", "heads"),
            Self::Area => Text::new("面积", "area"),
            Self::Residents => Text::new("居民", "residents"),
            Self::Households => Text::new("户", "households"),
            Self::Groups => Text::new("居民小组", "residents' groups"),
            Self::Representatives => Text::new("代表", "representatives"),
            Self::Shares => Text::new("共有份额", "co-ownership shares"),
        }
    }
}

/// What is counted against a base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Those who vote yes (同意).
    Yes,
    /// Those who are present, or take part in the vote (出席、参与表决).
    Present,
    /// Those who propose (提议).
    Proposing,
}

impl Part {
    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Yes => Text::new("同意", "yes"),
            Self::Present => Text::new("参加", "present"),
            Self::Proposing => Text::new("提议", "proposing"),
        }
    }
}

/// Of whom a share is taken. Most disputes are about this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// All who may vote.
    Entitled,
    /// Those who are present or take part: abstentions and invalid votes count.
    Present,
    /// Valid votes: yes, no and abstentions.
    Valid,
    /// Yes and no only: abstentions do not count.
    YesAndNo,
    /// None: the part is compared with a fixed number.
    Number,
}

impl Base {
    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Entitled => Text::new("全体", "entitled"),
            Self::Present => Text::new("参加", "present"),
            Self::Valid => Text::new("有效票", "valid votes"),
            Self::YesAndNo => Text::new("同意与反对", "yes and no"),
            Self::Number => Text::new("定数", "a fixed number"),
        }
    }
}

/// Whether the share itself is enough. Civil Code art. 1259: 以上 includes the number, 超过 and 过半数 exclude it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// The share or more (以上).
    AtLeast,
    /// More than the share (超过, 过半数).
    MoreThan,
    /// The share or less (以下, 不超过).
    AtMost,
    /// Less than the share (不满).
    LessThan,
}

impl Comparison {
    /// Its words before a share.
    pub fn label(self) -> Text {
        match self {
            Self::AtLeast => Text::new("不少于", "at least"),
            Self::MoreThan => Text::new("超过", "more than"),
            Self::AtMost => Text::new("不超过", "at most"),
            Self::LessThan => Text::new("不满", "less than"),
        }
    }
}

/// A share of a base that a part must reach, tested by cross-multiplication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Threshold {
    pub(super) part: Part,
    pub(super) base: Base,
    pub(super) measure: Measure,
    pub(super) comparison: Comparison,
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub(super) share: Ratio,
    #[serde(skip)]
    pub(super) fraction: (u32, u32),
    pub(super) words: Option<Text>,
}

impl Threshold {
    /// What is counted.
    pub const fn part(&self) -> Part {
        self.part
    }

    /// Of how many.
    pub const fn base(&self) -> Base {
        self.base
    }

    /// In which measure.
    pub const fn measure(&self) -> Measure {
        self.measure
    }

    /// Whether the share itself is enough.
    pub const fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// The share.
    pub const fn share(&self) -> &Ratio {
        &self.share
    }

    /// The share as numerator and denominator in lowest terms; the denominator is above zero.
    pub const fn fraction(&self) -> (u32, u32) {
        self.fraction
    }

    /// Who or what makes the base, in the words of the clause.
    pub const fn words(&self) -> Option<&Text> {
        self.words.as_ref()
    }
}

/// A least and a most of a count, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Range {
    pub(super) least: Option<u64>,
    pub(super) most: Option<u64>,
    pub(super) unit: Text,
    pub(super) usual: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub(super) of: Option<Figure>,
}

impl Range {
    /// The least, itself included.
    pub const fn least(&self) -> Option<u64> {
        self.least
    }

    /// The most, itself included.
    pub const fn most(&self) -> Option<u64> {
        self.most
    }

    /// What is counted.
    pub const fn unit(&self) -> &Text {
        &self.unit
    }

    /// Whether it says what is usual (一般): guidance, and not a bound.
    pub const fn usual(&self) -> bool {
        self.usual
    }

    /// The number among the facts that it bounds, if it decides.
    pub const fn of(&self) -> Option<Figure> {
        self.of
    }

    /// Whether a number lies in it.
    pub fn contains(&self, n: u64) -> bool {
        self.least.is_none_or(|least| least <= n) && self.most.is_none_or(|most| n <= most)
    }
}

/// Whether one of some ways is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Pick {
    /// One of them.
    One,
    /// All of them.
    All,
}

/// Ways of doing something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Choice {
    pub(super) pick: Pick,
    pub(super) options: Vec<Text>,
}

impl Choice {
    /// Whether one of them is enough.
    pub const fn pick(&self) -> Pick {
        self.pick
    }

    /// The ways.
    pub fn options(&self) -> &[Text] {
        &self.options
    }
}

/// What a clause says. A closed list: nothing here loops, and no text is run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Content {
    /// A least and a most.
    Range(Range),
    /// A share of a base.
    Threshold(Threshold),
    /// A number of years.
    Years(u32),
    /// A number of days.
    Days(u32),
    /// A date.
    Day(#[cfg_attr(feature = "typescript", ts(type = "string"))] Day),
    /// One of, or all of, some ways.
    Choice(Choice),
    /// A share that one number has of another.
    Composition(Composition),
    /// How many more candidates than seats.
    Surplus(Surplus),
    /// A time between two events.
    Deadline(Deadline),
    /// What must, or must not, be so of a person, a body or a paper.
    Predicate(Predicate),
    /// How votes are counted.
    Counting(Vec<CountingRule>),
    /// The steps of a procedure, in order.
    Procedure(Vec<ProcedureStep>),
    /// A duty, a power or a definition in words.
    Provision(Text),
    /// The law is silent, in so many words; `supplied_by` says who may fill it.
    Silence(Text),
    /// Nobody has read it.
    Unread,
}

impl Content {
    /// The range, if it is one.
    pub const fn as_range(&self) -> Option<&Range> {
        if let Self::Range(range) = self { Some(range) } else { None }
    }

    /// The threshold, if it is one.
    pub const fn as_threshold(&self) -> Option<&Threshold> {
        if let Self::Threshold(threshold) = self { Some(threshold) } else { None }
    }

    /// The number of years, if it is one.
    pub const fn as_years(&self) -> Option<u32> {
        if let Self::Years(years) = self { Some(*years) } else { None }
    }

    /// The kind in the words of a document.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Range(_) => "range",
            Self::Threshold(_) => "threshold",
            Self::Years(_) => "years",
            Self::Days(_) => "days",
            Self::Day(_) => "day",
            Self::Choice(_) => "choice",
            Self::Composition(_) => "composition",
            Self::Surplus(_) => "surplus",
            Self::Deadline(_) => "deadline",
            Self::Predicate(_) => "predicate",
            Self::Counting(_) => "counting",
            Self::Procedure(_) => "procedure",
            Self::Silence(_) => "silence",
            Self::Provision(_) => "provision",
            Self::Unread => "unread",
        }
    }

    /// Whether a question can be decided by it.
    pub const fn decides(&self) -> bool {
        match self {
            Self::Threshold(_)
            | Self::Composition(_)
            | Self::Surplus(_)
            | Self::Deadline(_)
            | Self::Predicate(_)
            | Self::Silence(_)
            | Self::Unread => true,
            Self::Range(range) => range.of.is_some(),
            _ => false,
        }
    }

    /// What it says, in words.
    pub fn render(&self) -> Text {
        match self {
            Self::Range(range) => render_range(range),
            Self::Threshold(t) => render_threshold(t),
            Self::Years(n) => Text::new(format!("{n}年"), plural(*n, "year")),
            Self::Days(n) => Text::new(format!("{n}日"), plural(*n, "day")),
            Self::Day(day) => Text::same(day.to_string()),
            Self::Choice(choice) => {
                let join = |lang, mark: &str| choice.options.iter().map(|o| o.get(lang)).collect::<Vec<_>>().join(mark);
                let (zh, en) = (join(crate::kernel::Lang::Zh, "；"), join(crate::kernel::Lang::En, "; "));
                match choice.pick {
                    Pick::One => Text::new(format!("其中之一：{zh}"), format!("one of: {en}")),
                    Pick::All => Text::new(format!("全部：{zh}"), format!("all of: {en}")),
                }
            }
            Self::Composition(composition) => composition.render(),
            Self::Surplus(surplus) => surplus.render(),
            Self::Deadline(deadline) => deadline.render(),
            Self::Predicate(predicate) => predicate.render(),
            Self::Counting(rules) => joined(rules.iter().map(|rule| rule.label())),
            Self::Procedure(steps) => joined(steps.iter().map(|step| step.event.label())),
            Self::Provision(text) | Self::Silence(text) => text.clone(),
            Self::Unread => Text::new("未读", "not read"),
        }
    }
}

fn joined(texts: impl Iterator<Item = Text>) -> Text {
    let texts: Vec<Text> = texts.collect();
    let join = |lang, mark: &str| texts.iter().map(|t| t.get(lang)).collect::<Vec<_>>().join(mark);
    Text::new(join(crate::kernel::Lang::Zh, "；"), join(crate::kernel::Lang::En, "; "))
}

fn plural(n: u32, unit: &str) -> String {
    if n == 1 { format!("{n} {unit}") } else { format!("{n} {unit}s") }
}

fn render_range(range: &Range) -> Text {
    let unit = |lang| range.unit.get(lang);
    let (zh, en) = (unit(crate::kernel::Lang::Zh), unit(crate::kernel::Lang::En));
    let (zh, en) = match (range.least, range.most) {
        (Some(a), Some(b)) => (format!("{a}至{b}{zh}"), format!("{a} to {b} {en}")),
        (Some(a), None) => (format!("{a}{zh}以上"), format!("at least {a} {en}")),
        (None, Some(b)) => (format!("{b}{zh}以下"), format!("at most {b} {en}")),
        (None, None) => (zh.to_owned(), en.to_owned()),
    };
    if range.usual { Text::new(format!("一般{zh}"), format!("usually {en}")) } else { Text::new(zh, en) }
}

fn render_threshold(t: &Threshold) -> Text {
    use crate::kernel::Lang::{En, Zh};
    let words = |lang| t.words.as_ref().map_or_else(|| t.base.label().get(lang).to_owned(), |w| w.get(lang).to_owned());
    let (part, comparison) = (t.part.label(), t.comparison.label());
    if t.base == Base::Number {
        let measure = t.measure.label();
        return Text::new(
            format!("{}{}{}{}", part.get(Zh), comparison.get(Zh), t.share, measure.get(Zh)),
            format!("{} {} {} {}", part.get(En), comparison.get(En), t.share, measure.get(En)),
        );
    }
    if t.comparison == Comparison::AtLeast && t.share == Ratio::ONE {
        return Text::new(
            format!("{}全部{}", words(Zh), part.get(Zh)),
            format!("{}: every one of {}", part.get(En), words(En)),
        );
    }
    Text::new(
        format!("{}{}{}的{}", part.get(Zh), comparison.get(Zh), words(Zh), t.share),
        format!("{} {} {} of {}", part.get(En), comparison.get(En), t.share, words(En)),
    )
}

/// How far a lower layer may move a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Override {
    /// Not at all.
    None,
    /// Only to ask more.
    Stricter,
    /// Only to ask less.
    Looser,
    /// To anything of the same kind.
    Any,
    /// Within bounds, both included.
    Within(Ratio, Ratio),
}

/// One version of a clause, checked.
#[derive(Debug, Clone)]
pub struct Clause {
    pub(super) id: String,
    pub(super) citation: Citation,
    pub(super) span: Span,
    pub(super) label: Text,
    pub(super) note: Option<Text>,
    pub(super) overrides: Override,
    pub(super) override_by: Vec<Layer>,
    pub(super) supplied_by: Vec<Layer>,
    pub(super) superseded_by: Vec<String>,
    pub(super) carries_out: Option<CarriesOut>,
    pub(super) consequence: Option<Text>,
    pub(super) content: Content,
}

impl Clause {
    /// Its name; versions of one clause share it.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where it stands.
    pub const fn citation(&self) -> &Citation {
        &self.citation
    }

    /// How surely its text is known.
    pub const fn certainty(&self) -> Certainty {
        self.citation.certainty
    }

    /// The days on which this version is in force.
    pub const fn span(&self) -> Span {
        self.span
    }

    /// What it is about.
    pub const fn label(&self) -> &Text {
        &self.label
    }

    /// What a reader should know beside it.
    pub const fn note(&self) -> Option<&Text> {
        self.note.as_ref()
    }

    /// What follows where its deadline is not kept, if it says so.
    pub const fn consequence(&self) -> Option<&Text> {
        self.consequence.as_ref()
    }

    /// What it says.
    pub const fn content(&self) -> &Content {
        &self.content
    }

    /// How far a lower layer may move it.
    pub const fn overrides(&self) -> &Override {
        &self.overrides
    }

    /// Which layers may move it; empty where every lower one may.
    pub fn override_by(&self) -> &[Layer] {
        &self.override_by
    }

    /// Which layers may fill its silence.
    pub fn supplied_by(&self) -> &[Layer] {
        &self.supplied_by
    }

    /// The clauses that take its place while they are in force.
    pub fn superseded_by(&self) -> &[String] {
        &self.superseded_by
    }

    /// Whether it is not known since when it is in force.
    pub const fn undated(&self) -> bool {
        self.span.from().is_none()
    }

    /// Its name, place and days, for a message that must name one of several versions.
    pub(super) fn describe(&self) -> String {
        let article = if self.citation.article.is_empty() { "no article" } else { &self.citation.article };
        let from = self.span.from().map_or_else(|| "...".into(), |d| d.to_string());
        let until = self.span.until().map_or_else(|| "...".into(), |d| d.to_string());
        format!("{} ({}, {article}, [{from}, {until}))", self.id, self.citation.instrument.get(crate::kernel::Lang::En))
    }
}
