//! What other programs read and write: losses of translations, parts, languages of diagrams.

use shequ::organisation::{DiagramFormat, Loss, LossReason, Part};

use crate::convert::PlainMap;
use crate::convert::record::{closed, record};
use crate::convert::words;

closed!(LossReason);

record! {
    /// One thing that a translation leaves behind: where it stands, and why. The value itself is not repeated.
    PyLoss("Loss", Loss) {
        /// Its path in the document that is translated, such as ``organizations[2].image``.
        path: String,
        /// ``no-place``, ``personal``, ``redundant``, ``empty``, ``embedded``, ``not-expressible``, ``contradicts`` or ``worked-in``.
        reason: LossReason,
    }
}

words! {
    /// A part of an organisation that stands in a table.
    PartArg(Part) {
        "units" => Part::Units,
        "kinds" => Part::Kinds,
        "names" => Part::Names,
        "codes" => Part::Codes,
        "parents" => Part::Parents,
        "events" => Part::Events,
        "relations" => Part::Relations,
        "posts" => Part::Posts,
        "holders" => Part::Holders,
        "holdings" => Part::Holdings,
        "agreements" => Part::Agreements,
        "indicators" => Part::Indicators,
        "statements" => Part::Statements,
        "statuses" => Part::Statuses,
        "charters" => Part::Charters,
        "sessions" => Part::Sessions,
        "reserves" => Part::Reserves,
    }
}

words! {
    /// The language of a diagram.
    FormatArg(DiagramFormat) { "mermaid" => DiagramFormat::Mermaid, "graphviz" => DiagramFormat::Graphviz }
}

/// Losses as they leave.
pub fn losses(losses: Vec<Loss>) -> Vec<PyLoss> {
    losses.into_iter().map(PyLoss).collect()
}

/// A document with what it could not take.
pub type Translated = (PlainMap, Vec<PyLoss>);
