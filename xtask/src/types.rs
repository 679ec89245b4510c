//! TypeScript types of the core's wire documents and results, for `bindings-wasm/types/wire.d.ts`.

use std::any::{TypeId, type_name};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Result, bail};
use shequ::evaluation::methods::{self, Description, Index};
use shequ::evaluation::{
    Appraisal, Boards, Campaigns, Cascade, Cells, EvidenceLedger, Ledger, Letters, Practices, Retrospectives, Scheme,
    SchemeSets, Standards, certainty,
};
use shequ::grid::{self, Plan, Territory};
use shequ::kernel::{self, Document};
use shequ::organisation::{self, Event, Organisation};
use shequ::pack::Pack;
use shequ::participation::bodies;
use shequ::participation::election::{self, Election, ElectionRecord, ElectionRules};
use shequ::participation::eligibility::{EligibilityView, HeadCount, Kinship, Owners, RollCheck};
use shequ::participation::meeting::{self, Meeting, MeetingRecord, Opening};
use shequ::participation::selection::{Selection, SelectionView};
use shequ::participation::timeline::{ClauseGap, CountedDay, Procedure, StepView, Timeline};
use shequ::participation::{Facts, Record};
use shequ::wire::{self, evaluation, participation};
use ts_rs::{Config, TS, TypeVisitor};

/// Every declaration, in the order of names.
pub fn typescript() -> Result<String> {
    // Counts are numbers: the binding writes what is beyond 2^53 as texts.
    let mut found = Found {
        config: Config::new().with_large_int("number"),
        seen: BTreeSet::new(),
        made: BTreeMap::new(),
        clashes: Vec::new(),
    };
    results(&mut found);
    documents(&mut found);
    if !found.clashes.is_empty() {
        bail!("{}\n  help: name one of them in RENAMED", found.clashes.join("; "));
    }
    let mut out = String::from("// Written by `cargo xtask stubs` from the core: do not edit.\n");
    for (_, declaration) in found.made.values() {
        let _ = write!(out, "\n{}\n", closed(declaration));
    }
    Ok(out)
}

/// A declaration in which a brace that is closed on a later line stands at the end of its line, and the closing one at the
/// beginning of one.
///
/// `wasm-bindgen` indents by the ends and the beginnings of lines: a brace that closes elsewhere would indent all that
/// follows for ever, to many megabytes of spaces.
fn closed(declaration: &str) -> String {
    let mut out = String::new();
    for line in declaration.split_inclusive('\n') {
        if line.trim_start().starts_with(['*', '/']) {
            out.push_str(line);
            continue;
        }
        // Where the braces stand that this line opens.
        let (mut open, mut quoted, mut begun) = (Vec::new(), false, false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                '{' if !quoted => open.push(out.len() + 1),
                '}' if !quoted && open.pop().is_none() && begun => {
                    out.truncate(out.trim_end_matches(' ').len());
                    out.push('\n');
                }
                _ => {}
            }
            begun |= !c.is_whitespace();
            out.push(c);
        }
        for at in open.into_iter().rev() {
            if out.get(at..).is_some_and(|rest| !rest.trim().is_empty()) {
                out.insert(at, '\n');
            }
        }
    }
    out
}

/// What the library answers.
fn results(found: &mut Found) {
    found.add::<kernel::Lang>();
    found.add::<kernel::Likely>();
    found.add::<kernel::Explanation>();
    found.add::<wire::log::LogCheck>();
    found.add::<wire::pack::Answer>();
    found.add::<shequ::pack::ClauseGap>();
    found.add::<wire::participation::LintFinding>();
    evaluations(found);
    found.add::<participation::VerdictView>();
    found.add::<wire::participation_change::LawChangeView>();
    found.add::<participation::Verification>();
    found.add::<election::ElectionView>();
    found.add::<election::RecallPoll>();
    found.add::<election::RecallView>();
    found.add::<election::Admission>();
    found.add::<election::ClauseDiffers>();
    found.add::<ClauseGap>();
    found.add::<meeting::MeetingView>();
    found.add::<SelectionView>();
    found.add::<EligibilityView>();
    found.add::<bodies::BodyView>();
    found.add::<bodies::LayersView>();
    found.add::<bodies::RosterCounts>();
    found.add::<bodies::ConsultationView>();
    found.add::<bodies::InputsView>();
    found.add::<bodies::JointCharterView>();
    found.add::<HeadCount>();
    found.add::<Kinship>();
    found.add::<RollCheck>();
    found.add::<wire::participation_eligibility::StandingDraft>();
    found.add::<StepView>();
    found.add::<CountedDay>();
    found.add::<organisation::Consolidation>();
    found.add::<organisation::DiagramFormat>();
    found.add::<organisation::Lineage>();
    found.add::<organisation::Loss>();
    found.add::<organisation::Part>();
    found.add::<organisation::Crosswalk>();
    found.add::<organisation::Lineage>();
    found.add::<wire::organisation::Diff>();
    found.add::<wire::organisation::UnitRollup>();
    found.add::<wire::organisation::Inference>();
    found.add::<wire::organisation::Reexpressed>();
    found.add::<wire::organisation::ReexpressedRates>();
    found.add::<wire::organisation::UnitCount>();
    found.add::<wire::organisation::UnitRate>();
    found.add::<organisation::Pairing>();
    found.add::<organisation::Report>();
    found.add::<organisation::Overview>();
    found.add::<organisation::Succession>();
    found.add::<organisation::Vacancy>();
    found.add::<organisation::Turnover>();
    found.add::<organisation::TermComparison>();
    found.add::<organisation::PostRecord>();
    found.add::<organisation::RelationRecord>();
    found.add::<organisation::JointRoster>();
    found.add::<organisation::TierTable>();
    found.add::<organisation::CoverageMatrix>();
    found.add::<organisation::Superior>();
    found.add::<organisation::LineBlockMatrix>();
    found.add::<organisation::ConferenceRecord>();
    found.add::<organisation::StatusRecord>();
    found.add::<organisation::BodyChoice>();
    found.add::<organisation::SetUpRow>();
    found.add::<organisation::Statistics>();
    found.add::<organisation::UnitRecord>();
    found.add::<organisation::Quotas>();
    found.add::<wire::organisation::LiaisonView>();
    found.add::<organisation::LiaisonAlternative>();
    found.add::<organisation::Fulfilment>();
    found.add::<organisation::ConferenceAttendance>();
    found.add::<organisation::Dependence>();
    found.add::<organisation::Sharing>();
    found.add::<organisation::DirectoryView>();
    found.add::<organisation::Sweep>();
    found.add::<organisation::DirectoryCounts>();
    found.add::<organisation::CoverageReport>();
    found.add::<organisation::DutyReport>();
    found.add::<organisation::DutyHolding>();
    found.add::<organisation::IndicatorSeries>();
    found.add::<organisation::ActivityRecord>();
    found.add::<organisation::ActivityCounts>();
    found.add::<organisation::NoteTopics>();
    found.add::<grid::PlanCheck>();
    found.add::<grid::TerritorySummary>();
}

/// What is answered about evaluations.
fn evaluations(found: &mut Found) {
    found.add::<evaluation::UnitScore>();
    found.add::<evaluation::Line>();
    found.add::<evaluation::Summary>();
    found.add::<evaluation::SchemeColumn>();
    found.add::<evaluation::Warning>();
    found.add::<evaluation::LotDraw>();
    found.add::<evaluation::CellChange>();
    found.add::<evaluation::GoalDraft>();
    found.add::<evaluation::WhatIf>();
    found.add::<evaluation::Cheapest>();
    found.add::<evaluation::Gap>();
    found.add::<evaluation::Movement>();
    found.add::<evaluation::AffectedUnit>();
    found.add::<evaluation::LedgerEffect>();
    found.add::<evaluation::AppealState>();
    found.add::<evaluation::AppraisalReport>();
    found.add::<evaluation::PublishedAppraisal>();
    found.add::<evaluation::RolledUp>();
    found.add::<evaluation::LetterReport>();
    found.add::<evaluation::SetScore>();
    found.add::<evaluation::UnreadColumn>();
    found.add::<evaluation::CampaignState>();
    found.add::<evaluation::SpreadReport>();
    found.add::<evaluation::UnitLevel>();
    found.add::<evaluation::EvidenceReport>();
    found.add::<evaluation::RetrospectiveReport>();
    found.add::<evaluation::BoardEntry>();
    found.add::<shequ::evaluation::Mark>();
    found.add::<wire::index::IndexNode>();
    found.add::<wire::index::NodeValue>();
    found.add::<wire::index::FilledCell>();
    found.add::<wire::index::ScreenedUnit>();
    found.add::<wire::index::TreatmentEntry>();
    found.add::<wire::index::Standing>();
    found.add::<Description>();
    found.add::<methods::Treated>();
    found.add::<methods::Weighting>();
    found.add::<methods::Priorities>();
    found.add::<methods::Consistency>();
    found.add::<methods::BestWorstModel>();
    found.add::<methods::BestWorstWeights>();
    found.add::<methods::Doubt>();
    found.add::<methods::Decision>();
    found.add::<methods::Closeness>();
    found.add::<methods::Vikor>();
    found.add::<methods::Flows>();
    found.add::<methods::Electre>();
    found.add::<methods::Outranking>();
    found.add::<wire::methods::MethodDraft>();
    certainties(found);
}

/// What is answered about the certainty of rankings, and how it is asked.
fn certainties(found: &mut Found) {
    found.add::<wire::certainty::UnitRankSummary>();
    found.add::<wire::certainty::UnitDraw>();
    found.add::<wire::certainty::WeightSensitivity>();
    found.add::<wire::certainty::SobolOptions>();
    found.add::<wire::certainty::IntervalOptions>();
    found.add::<certainty::SobolPlan>();
    found.add::<certainty::SobolIndices>();
    found.add::<certainty::Duel>();
    found.add::<certainty::AwardMargin>();
    found.add::<certainty::RankBounds>();
    found.add::<certainty::RankCheck>();
    found.add::<certainty::RankSearch>();
    found.add::<certainty::BreakEven>();
    found.add::<certainty::Dominance>();
    found.add::<certainty::DifferenceRange>();
    found.add::<certainty::ExactScore>();
    found.add::<evaluation::ChartOptions>();
}

/// What the library reads.
fn documents(found: &mut Found) {
    found.document::<kernel::Calendar>("CalendarDocument");
    found.document::<kernel::Log>("LogDocument");
    found.document::<kernel::SealedTexts>("SealedDocument");
    found.document::<Pack>("PackDocument");
    found.document::<Scheme>("SchemeDocument");
    found.document::<Cells>("CellsDocument");
    found.draft::<evaluation::LedgerDraft>("LedgerDocument", Ledger::FORMAT);
    found.document::<Appraisal>("AppraisalDocument");
    found.document::<SchemeSets>("SchemeSetsDocument");
    found.document::<Letters>("LettersDocument");
    found.document::<Cascade>("CascadeDocument");
    found.document::<Campaigns>("CampaignsDocument");
    found.document::<Practices>("PracticesDocument");
    found.document::<Standards>("StandardsDocument");
    found.document::<EvidenceLedger>("EvidenceLedgerDocument");
    found.document::<Retrospectives>("RetrospectivesDocument");
    found.document::<Boards>("BoardsDocument");
    found.document::<Index>("IndexDocument");
    found.document::<Facts>("FactsDocument");
    found.document::<Record>("DecisionDocument");
    found.document::<ElectionRules>("ElectionRulesDocument");
    found.document::<Election>("ElectionDocument");
    found.document::<ElectionRecord>("ElectionRecordDocument");
    found.document::<Procedure>("ProcedureDocument");
    found.document::<Timeline>("TimelineDocument");
    found.document::<Meeting>("MeetingDocument");
    found.document::<MeetingRecord>("MeetingRecordDocument");
    found.document::<Opening>("OpeningDocument");
    found.document::<Selection>("SelectionDocument");
    found.document::<Owners>("OwnersDocument");
    found.document::<bodies::Body>("BodyDocument");
    found.document::<bodies::Layers>("LayersDocument");
    found.document::<bodies::Consultations>("ConsultationsDocument");
    found.document::<bodies::Inputs>("InputsDocument");
    found.document::<bodies::JointCharter>("JointCharterDocument");
    found.document::<Organisation>("OrganisationDocument");
    found.document::<Event>("EventDocument");
    found.document::<organisation::QuotaPlan>("QuotaPlanDocument");
    found.document::<organisation::LiaisonPlan>("LiaisonPlanDocument");
    found.document::<organisation::Cooperation>("CooperationDocument");
    found.document::<organisation::Directory>("DirectoryDocument");
    found.add::<wire::organisation::NewEntryDraft>();
    found.add::<organisation::DirectoryBreakdown>();
    found.document::<organisation::Sectors>("SectorsDocument");
    found.document::<organisation::Duties>("DutiesDocument");
    found.document::<organisation::Activities>("ActivitiesDocument");
    found.document::<organisation::ActivityReceipt>("ReceiptDocument");
    found.add::<organisation::NewActivity>();
    found.document::<organisation::Notes>("NotesDocument");
    found.document::<Territory>("TerritoryDocument");
    found.document::<Plan>("PlanDocument");
    found.document::<organisation::Sightings>("SightingsDocument");
    found.add::<organisation::InferOptions>();
    found.add::<organisation::Group>();
    found.add::<organisation::AreaMembers>();
    found.add::<grid::GeoOptions>();
}

/// Types whose name is also that of another type or of a class of the package: module, name, name in TypeScript.
const RENAMED: [(&str, &str, &str); 10] = [
    ("shequ::organisation::parts", "Part", "OrganisationPart"),
    ("shequ::participation::timeline", "ClauseGap", "UndecidedClause"),
    ("shequ::wire::evaluation", "Gap", "ScoreGapData"),
    ("shequ::wire::index", "LevelDraft", "IndexLevelDraft"),
    ("shequ::wire::organisation", "EventDraft", "OrganisationEventDraft"),
    ("shequ::wire::organisation", "IndicatorDraft", "UnitIndicatorDraft"),
    ("shequ::wire::organisation", "Line", "RelationLine"),
    ("shequ::wire::participation", "UnitDraft", "VotingUnitDraft"),
    ("shequ::wire::participation_selection", "StageDraft", "SelectionStageDraft"),
    ("shequ::organisation::validation", "Subject", "FindingSubject"),
];

/// Results that are also classes of the package: their plain form is called `ReportData` and so on.
const CLASSES: [&str; 49] = [
    "ActivityCounts",
    "AwardMargin",
    "BodyChoice",
    "BodyView",
    "BreakEven",
    "CampaignState",
    "Cheapest",
    "ConferenceAttendance",
    "ConsultationView",
    "CoverageMatrix",
    "CoverageReport",
    "Crosswalk",
    "Dependence",
    "Diff",
    "DirectoryCounts",
    "DutyReport",
    "Explanation",
    "Fulfilment",
    "HeadCount",
    "IndicatorSeries",
    "Inference",
    "InputsView",
    "JointCharterView",
    "JointRoster",
    "LayersView",
    "LetterReport",
    "LineBlockMatrix",
    "Lineage",
    "Movement",
    "NoteTopics",
    "Pairing",
    "PlanCheck",
    "Quotas",
    "RankBounds",
    "Reexpressed",
    "ReexpressedRates",
    "Report",
    "RetrospectiveReport",
    "RollCheck",
    "RosterCounts",
    "Sharing",
    "SpreadReport",
    "Statistics",
    "Succession",
    "Sweep",
    "TermComparison",
    "TierTable",
    "Turnover",
    "WhatIf",
];

/// The name of a type in TypeScript, which no two have.
fn public_name<T: TS + 'static + ?Sized>(config: &Config) -> String {
    let path = type_name::<T>();
    let name = T::ident(config);
    match RENAMED.iter().find(|(module, own, _)| path.starts_with(module) && *own == name) {
        Some((_, _, other)) => (*other).to_owned(),
        None if CLASSES.contains(&name.as_str()) => format!("{name}Data"),
        None => name,
    }
}

struct Found {
    config: Config,
    seen: BTreeSet<TypeId>,
    /// Declarations by name, with the path of the type.
    made: BTreeMap<String, (&'static str, String)>,
    /// Names that two types have.
    clashes: Vec<String>,
}

impl Found {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if is_declared::<T>() {
            let docs = T::docs().unwrap_or_default();
            let name = public_name::<T>(&self.config);
            let declaration = format!("{docs}export {}", self.renamed::<T>());
            let other = self.made.insert(name.clone(), (type_name::<T>(), declaration));
            if let Some((path, _)) = other {
                self.clashes.push(format!("`{name}` is both {path} and {}", type_name::<T>()));
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }

    /// A document is its draft with the format that it says it has.
    fn document<T: Document<Draft: TS + 'static> + 'static>(&mut self, name: &str) {
        self.draft::<T::Draft>(name, T::FORMAT);
    }

    /// The same for a draft that is read together with something else.
    fn draft<T: TS + 'static>(&mut self, name: &str, format: &str) {
        self.add::<T>();
        let draft = public_name::<T>(&self.config);
        let head = format!("/** A document of the format `{format}`. */\nexport type {name}");
        self.made
            .insert(name.to_owned(), (type_name::<T>(), format!("{head} = {{ format: \"{format}\" }} & {draft};")));
    }

    /// The declaration of a type, with the public names of itself and of what it mentions.
    fn renamed<T: TS + 'static + ?Sized>(&self) -> String {
        let mut names = Names { config: &self.config, public: BTreeMap::new(), seen: BTreeSet::new() };
        names.note::<T>();
        T::visit_dependencies(&mut names);
        T::visit_generics(&mut names);
        let mut names = names.public;
        let ident = T::ident(&self.config);
        if ident.ends_with("Draft") || ident == "ChartOptions" {
            // In documents a text may be written as one string.
            names.insert("Text".to_owned(), "TextDraft".to_owned());
        }
        let mut out = String::new();
        for line in T::decl(&self.config).split_inclusive('\n') {
            let comment = line.trim_start().starts_with(['*', '/']);
            if comment { out.push_str(line) } else { words(line, &names, &mut out) }
        }
        out
    }
}

impl TypeVisitor for Found {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// Only types with a file of their own are declarations; the others are words of the language.
fn is_declared<T: TS + 'static + ?Sized>() -> bool {
    T::output_path().is_some()
}

/// What a declaration mentions, by the name that it is mentioned under.
struct Names<'c> {
    config: &'c Config,
    public: BTreeMap<String, String>,
    seen: BTreeSet<TypeId>,
}

impl Names<'_> {
    fn note<T: TS + 'static + ?Sized>(&mut self) {
        if is_declared::<T>() {
            self.public.insert(T::ident(self.config), public_name::<T>(self.config));
        }
    }
}

impl TypeVisitor for Names<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.insert(TypeId::of::<T>()) {
            self.note::<T>();
            if !is_declared::<T>() {
                T::visit_generics(self);
            }
        }
    }
}

/// A line with its names replaced, what stands in quotes left alone.
fn words(line: &str, names: &BTreeMap<String, String>, out: &mut String) {
    for (i, part) in line.split('"').enumerate() {
        if i > 0 {
            out.push('"');
        }
        if i % 2 == 1 {
            out.push_str(part);
            continue;
        }
        for piece in part.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
            let word = piece.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            out.push_str(names.get(word).map_or(word, String::as_str));
            out.push_str(piece.get(word.len()..).unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_replaced_as_whole_words_outside_quotes() {
        let names = BTreeMap::from([("Text".to_owned(), "TextDraft".to_owned())]);
        let mut out = String::new();
        words("Texts: Array<Text>, \"Text\": Text", &names, &mut out);
        assert_eq!(out, "Texts: Array<TextDraft>, \"Text\": TextDraft");
    }

    #[test]
    fn a_brace_of_an_earlier_line_is_closed_at_the_beginning_of_a_line() {
        let text = "export type A = { \n/** } */\na: \"}\", b: { c: 1 }, };\n";
        assert_eq!(closed(text), "export type A = { \n/** } */\na: \"}\", b: { c: 1 },\n};\n");
        let text = "export type B = { \"d\": {\n/** c */\nc: 1, } } | \"e\";\n";
        assert_eq!(closed(text), "export type B = {\n \"d\": {\n/** c */\nc: 1,\n}\n} | \"e\";\n");
        // What `wasm-bindgen` counts comes out even.
        let depth = typescript().unwrap().lines().fold(0_i32, |depth, line| {
            let line = line.trim();
            let comment = line.starts_with(['*', '/']);
            depth - i32::from(line.starts_with('}')) + i32::from(!comment && line.ends_with('{'))
        });
        assert_eq!(depth, 0);
    }

    #[test]
    fn every_name_is_declared_once_and_every_mentioned_name_is_declared() {
        let text = typescript().unwrap();
        let declared: Vec<&str> =
            text.lines().filter_map(|l| l.strip_prefix("export type ")?.split([' ', '<']).next()).collect();
        assert_eq!(declared.len(), declared.iter().collect::<BTreeSet<_>>().len());
        assert!(declared.contains(&"ExplanationData") && declared.contains(&"SchemeDocument"));
    }
}
