//! Every error code of the library in one list, from which `docs/errors.md` is written.

use crate::kernel::CodeEntry;

/// The fault enums of the library. A new one is added here; a test finds those that are not.
macro_rules! enums {
    ($($path:path),* $(,)?) => {
        const ENUMS: &[(&str, &[CodeEntry])] = &[$((stringify!($path), <$path>::CATALOGUE)),*];
    };
}

enums![
    crate::evaluation::AppraisalError,
    crate::evaluation::CascadeError,
    crate::evaluation::EvaluationRegisterError,
    crate::evaluation::LetterError,
    crate::evaluation::SchemeError,
    crate::evaluation::LedgerError,
    crate::evaluation::WhatIfError,
    crate::evaluation::SetsError,
    crate::evaluation::methods::IndexError,
    crate::evaluation::methods::MethodError,
    crate::evaluation::methods::WeighError,
    crate::evaluation::certainty::CertaintyError,
    crate::evaluation::chart::ChartError,
    crate::grid::GridError,
    crate::kernel::ApportionError,
    crate::kernel::CalendarError,
    crate::kernel::CountsError,
    crate::kernel::DayError,
    crate::kernel::DigestError,
    crate::kernel::DocumentError,
    crate::kernel::KeyError,
    crate::kernel::LogError,
    crate::kernel::NumberError,
    crate::kernel::StopError,
    crate::organisation::DiagramError,
    crate::organisation::LinkedError,
    crate::organisation::CooperationError,
    crate::organisation::DirectoryError,
    crate::organisation::DutyError,
    crate::organisation::LiaisonError,
    crate::organisation::OrganisationError,
    crate::organisation::QuotaError,
    crate::organisation::RegisterError,
    crate::organisation::SavedError,
    crate::pack::PackError,
    crate::participation::ParticipationError,
    crate::participation::election::ElectionError,
    crate::participation::meeting::MeetingError,
    crate::participation::selection::SelectionError,
    crate::participation::timeline::TimelineError,
    crate::wire::TableError,
];

/// Every code with its class, message and help, by class and then by code.
///
/// ```
/// let codes = shequ::codes::catalogue();
/// assert!(codes.iter().any(|entry| entry.code == "calendar-year-without-data"));
/// ```
pub fn catalogue() -> Vec<CodeEntry> {
    let mut out: Vec<CodeEntry> = ENUMS.iter().flat_map(|(_, entries)| entries.iter().copied()).collect();
    out.sort_by_key(|entry| (entry.class, entry.code));
    out
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn codes_are_kebab_case_and_unique_in_their_class() {
        let codes = catalogue();
        for pair in codes.windows(2) {
            let [a, b] = pair else { continue };
            assert!((a.class, a.code) != (b.class, b.code), "`{}` stands twice in {:?}", a.code, a.class);
        }
        for entry in codes {
            let words = entry.code.split('-');
            let kebab =
                words.clone().all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            assert!(kebab, "`{}`", entry.code);
            assert!(
                !entry.message.ends_with('.') && !entry.help.ends_with('.'),
                "`{}` ends with a full stop",
                entry.code
            );
            assert!(
                !entry.message.starts_with(char::is_uppercase) || entry.message.starts_with("JSON"),
                "`{}`",
                entry.code
            );
        }
    }

    /// Finds each `faults!` in the sources and asks whether its enum is listed above.
    #[test]
    fn every_fault_enum_is_listed() {
        fn walk(dir: &Path, found: &mut Vec<String>) {
            for entry in std::fs::read_dir(dir).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, found);
                } else if path.extension().is_some_and(|e| e == "rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    // At the start of a line: not in a comment, and not one of a test.
                    for block in text.split("\nfaults! {").skip(1) {
                        let head = block.split_once("pub enum ").unwrap().1;
                        found.push(head.split(':').next().unwrap().to_owned());
                    }
                }
            }
        }
        let mut found = Vec::new();
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
        assert!(found.len() >= ENUMS.len(), "{found:?}");
        for name in found {
            let listed = ENUMS.iter().any(|(path, _)| path.rsplit("::").next() == Some(&name));
            assert!(listed, "add `{name}` to `enums!` in core/src/codes.rs");
        }
    }
}
