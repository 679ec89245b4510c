//! The Python face of shequ: conversion, documentation and idiom. What decides anything stands in the core.

mod answers;
mod calendar;
mod convert;
mod document;
mod evaluation;
mod explain;
mod fault;
mod grid;
mod html;
mod log;
mod organisation;
mod pack;
mod participation;
mod table;
mod watch;

/// The compiled part of shequ; import `shequ` instead.
#[pyo3::pymodule]
mod _shequ {
    #[pymodule_export]
    use crate::answers::{PyClauseChange, PyClauseState, PyLawChange, PyLive, PyQuestion};
    #[pymodule_export]
    use crate::calendar::PyCalendar;
    #[pymodule_export]
    use crate::convert::text::PyText;
    #[pymodule_export]
    use crate::convert::{canonical, digest};
    #[pymodule_export]
    use crate::evaluation::methods::{
        PyBestWorst, PyCloseness, PyConsistency, PyDescription, PyDoubt, PyElectre, PyExactTotals, PyFilledCell,
        PyFlows, PyIndex, PyIndexCard, PyIndexNode, PyMethodDecision, PyNodeValue, PyOutranking, PyScreenedUnit,
        PyShape, PyStanding, PyTreated, PyTreatedPoint, PyTreatmentEntry, PyVikor, PyWinsorised, ahp_consistency,
        ahp_weights, benefit_of_doubt, best_worst, copeland, decide_by, electre, equal_weights, exact_sum, normalise,
        point_weights, promethee, rank_order_centroid, ranks, topsis, treat, vikor, weigh,
    };
    #[pymodule_export]
    use crate::evaluation::{
        PyAffectedUnit, PyAppealState, PyAppraisal, PyAppraisalReport, PyAppraised, PyAwardMargin, PyBoardEntry,
        PyBoards, PyBreakEven, PyBreakEvenWeight, PyCampaignState, PyCampaigns, PyCascade, PyCascadeCards,
        PyCellChange, PyCells, PyCheapest, PyClassBallot, PyCostedChange, PyCriterionGap, PyCriterionWeight,
        PyDifferenceRange, PyDominance, PyDominates, PyDuel, PyEvidenceLedger, PyEvidenceReport, PyExactScore,
        PyExactTable, PyFiredTrigger, PyGapPart, PyGradeCount, PyGradeVotes, PyGroupSummary, PyIndicator, PyLedger,
        PyLedgerEffect, PyLedgerRecord, PyLetterGap, PyLetterReport, PyLetters, PyLine, PyLotDraw, PyMovement,
        PyMovementPart, PyNearUnit, PyNoise, PyOutcome, PyPracticeSpread, PyPractices, PyPublishedAppraisal,
        PyPublishedClass, PyRankBound, PyRankBounds, PyRankCheck, PyRankSample, PyRetrospectiveReport,
        PyRetrospectives, PyRolledPart, PyRolledUp, PyScheme, PySchemeColumn, PySchemeSets, PyScoreGap, PyScorecard,
        PySetCards, PySetScore, PySmallestChange, PySobolIndex, PySobolIndices, PySpreadReport, PyStandards,
        PyStrayLetter, PyStudy, PySummary, PyTargetState, PyUnitDraw, PyUnitEvidence, PyUnitLevel, PyUnitRankSummary,
        PyUnitScore, PyUnreadColumn, PyUnsearched, PyWarning, PyWeightBox, PyWeightDraws, PyWeightSensitivity,
        PyWhatIf, award_margins, rank_bounds_chart, rank_bounds_spec, sobol,
    };
    #[pymodule_export]
    use crate::explain::{PyCitation, PyExplanation, PyInput};
    #[pymodule_export]
    use crate::grid::{PyCut, PyGrid, PyGridCheck, PyPlan, PyPlanCheck, PyPlanFault, PyTerritory, PyTerritorySummary};
    #[pymodule_export]
    use crate::log::{PyEntry, PyLog, PyLogBreak, PyLogCheck, PySealedTexts};
    #[pymodule_export]
    use crate::organisation::{
        PyActivities, PyActivityCountRow, PyActivityCounts, PyActivityReceipt, PyActivityRecord, PyChairAttendance,
        PyConferenceAttendance, PyCooperation, PyCountRow, PyCoverageReport, PyDependence, PyDirectory,
        PyDirectoryCounts, PyDirectoryView, PyDueField, PyDuties, PyDutyFinding, PyDutyHolding, PyDutyReport,
        PyFulfilment, PyHolderShare, PyIndicatorRecord, PyIndicatorSeries, PyLiaison, PyLiaisonAlternative,
        PyLiaisonPlan, PyLiaisonService, PyNeedState, PyNoteTopics, PyNotes, PyOfferState, PyOfferSupply,
        PyOfficerLoad, PyPledgeCount, PyPledgeState, PyQuotaPart, PyQuotaPlan, PyQuotaTie, PyQuotas, PyResourceBalance,
        PySeatPriority, PySectorCoverage, PySectors, PySeriesStep, PySharing, PySweep, PyTopicCount, PyUnitAttendance,
        PyUnitQuota,
    };
    #[pymodule_export]
    use crate::organisation::{
        PyAge, PyAmounts, PyBlockRow, PyBodyChoice, PyChange, PyCheck, PyCode, PyConferenceRecord, PyConsolidation,
        PyCoverageMatrix, PyCoverageRow, PyCrosswalk, PyCrosswalkCell, PyDiagram, PyDiff, PyDiffCounts, PyEvent,
        PyEventRecord, PyEvidence, PyFinding, PyGap, PyHoldingRecord, PyInference, PyJointRoster, PyLineBlockMatrix,
        PyLineage, PyLineageEnd, PyLineageStep, PyLoss, PyMatch, PyOrganisation, PyOverview, PyPairing, PyPostRecord,
        PyRateValue, PyReasonCount, PyReexpressed, PyReexpressedRates, PyRelationRecord, PyReport, PyRollup,
        PyRosterMember, PyRosterPost, PySetUpRow, PyShare, PySightings, PySnapshot, PyStatistics, PyStatusRecord,
        PyStep, PyStretch, PySubject, PySuccession, PySuperior, PyTenure, PyTermComparison, PyTierCell, PyTierRow,
        PyTierTable, PyTurnover, PyUnit, PyUnitChange, PyUnitLists, PyUnitName, PyUnitRecord, PyUnitRollup,
        PyUnitState, PyUnitValue, PyVacancy, choose_body, infer,
    };
    #[pymodule_export]
    use crate::pack::{PyAnswer, PyClause, PyClauseGap, PyPack, PyPacks, PyRules};
    #[pymodule_export]
    use crate::participation::bodies::{
        PyAnswerCounts, PyBody, PyBodyCheck, PyBodyView, PyCharterField, PyConsultationView, PyConsultations, PyInputs,
        PyInputsView, PyJointCharter, PyJointCharterView, PyLayerCell, PyLayers, PyLayersRow, PyLayersView,
        PyOverdueAnswer, PyRosterCounts, PyVoiceCount, roster_counts, shared_holders,
    };
    #[pymodule_export]
    use crate::participation::election::{
        PyAdmission, PyClauseDifference, PyElection, PyElectionRecord, PyElectionResult, PyElectionRules,
        PyRecallAnswer, PyUndecidedClause, draw_lot,
    };
    #[pymodule_export]
    use crate::participation::election_records::{
        PyBallotKinds, PyCandidate, PyElected, PyElectionCaution, PyElectionTerm, PyNextStep, PyPoll, PyPollCheck,
        PyTie, PyTieDraw,
    };
    #[pymodule_export]
    use crate::participation::eligibility::{
        PyAsk, PyEligibility, PyEligibilityClause, PyEligibilityVerdict, PyHeadCount, PyHouseholdCount, PyOpenRow,
        PyOwners, PyRollAsk, PyRollCheck, is_near_relative,
    };
    #[pymodule_export]
    use crate::participation::meeting::{
        PyAgendaItem, PyMeeting, PyMeetingCheck, PyMeetingRecord, PyMeetingResult, PyMeetingVote, PyOpening,
        PyUnitCommitment, PyVoidReason, commit_units, open_unit, verify_opening,
    };
    #[pymodule_export]
    use crate::participation::selection::{PySelection, PySelectionStage, PySelectionState};
    #[pymodule_export]
    use crate::participation::timeline::{
        PyConsequence, PyCountedDay, PyProcedure, PyProcedureStep, PyStepBound, PyTimeline, count_from,
    };
    #[pymodule_export]
    use crate::participation::{
        PyCaution, PyClauseView, PyDifference, PyFacts, PyFewestUnits, PyLintFinding, PyMargin, PyRecord, PySides,
        PyVerdict, PyVerification, decide, verify,
    };
    #[pymodule_export]
    use crate::table::PyTable;

    /// The version of this package, which is that of the Rust crate and of the npm package.
    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name that Python packages give it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
