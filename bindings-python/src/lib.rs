//! The Python face of shequ: conversion, documentation and idiom. What decides anything stands in the core.

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
    use crate::calendar::PyCalendar;
    #[pymodule_export]
    use crate::convert::text::PyText;
    #[pymodule_export]
    use crate::convert::{canonical, digest};
    #[pymodule_export]
    use crate::evaluation::{
        PyCells, PyGradeCount, PyGroupSummary, PyIndicator, PyLine, PyScheme, PySchemeColumn, PyScorecard, PySummary,
        PyUnitScore, PyWarning,
    };
    #[pymodule_export]
    use crate::explain::{PyCitation, PyExplanation, PyInput};
    #[pymodule_export]
    use crate::grid::{PyCut, PyGrid, PyGridCheck, PyPlan, PyPlanCheck, PyPlanFault, PyTerritory, PyTerritorySummary};
    #[pymodule_export]
    use crate::log::{PyEntry, PyLog, PyLogBreak, PyLogCheck, PySealedTexts};
    #[pymodule_export]
    use crate::organisation::{
        PyAge, PyBlockRow, PyBodyChoice, PyChange, PyCheck, PyCode, PyConferenceRecord, PyConsolidation,
        PyCoverageMatrix, PyCoverageRow, PyDiagram, PyEvent, PyFinding, PyGap, PyHoldingRecord, PyJointRoster,
        PyLineBlockMatrix, PyLineage, PyLineageEnd, PyLineageStep, PyOrganisation, PyOverview, PyPairing, PyPostRecord,
        PyReasonCount, PyRelationRecord, PyReport, PyRosterMember, PyRosterPost, PySetUpRow, PyShare, PySnapshot,
        PyStatistics, PyStatusRecord, PyStep, PyStretch, PySubject, PySuccession, PySuperior, PyTenure,
        PyTermComparison, PyTierCell, PyTierRow, PyTierTable, PyTurnover, PyUnit, PyUnitName, PyUnitRecord, PyVacancy,
        choose_body,
    };
    #[pymodule_export]
    use crate::pack::{PyAnswer, PyClause, PyPack, PyPacks, PyRules};
    #[pymodule_export]
    use crate::participation::{
        PyCaution, PyClauseView, PyDifference, PyFacts, PyFewestUnits, PyMargin, PyRecord, PySides, PyVerdict,
        PyVerification, decide, verify,
    };
    #[pymodule_export]
    use crate::table::PyTable;

    /// The version of this package, which is that of the Rust crate and of the npm package.
    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name that Python packages give it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
