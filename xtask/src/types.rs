//! TypeScript types of the core's wire documents and results, for `bindings-wasm/types/wire.d.ts`.

use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use shequ::evaluation::{Cells, Scheme};
use shequ::kernel::{self, Document};
use shequ::pack::Pack;
use shequ::wire::{self, evaluation};
use ts_rs::{Config, TS, TypeVisitor};

/// Results that are also classes of the package: their plain form gets a name of its own.
const CLASSES: [&str; 1] = ["Explanation"];

/// Every declaration, in the order of names.
pub fn typescript() -> String {
    // Counts are numbers: the binding writes what is beyond 2^53 as texts.
    let mut found =
        Found { config: Config::new().with_large_int("number"), seen: BTreeSet::new(), made: BTreeMap::new() };
    results(&mut found);
    documents(&mut found);
    let mut out = String::from("// Written by `cargo xtask stubs` from the core: do not edit.\n");
    for declaration in found.made.values() {
        let _ = write!(out, "\n{declaration}\n");
    }
    out
}

/// What the library answers.
fn results(found: &mut Found) {
    found.add::<kernel::Lang>();
    found.add::<kernel::Explanation>();
    found.add::<wire::log::LogCheck>();
    found.add::<wire::pack::Answer>();
    found.add::<evaluation::UnitScore>();
    found.add::<evaluation::Line>();
    found.add::<evaluation::Summary>();
    found.add::<evaluation::SchemeColumn>();
    found.add::<evaluation::Warning>();
}

/// What the library reads.
fn documents(found: &mut Found) {
    found.document::<kernel::Calendar>("CalendarDocument");
    found.document::<kernel::Log>("LogDocument");
    found.document::<kernel::SealedTexts>("SealedDocument");
    found.document::<Pack>("PackDocument");
    found.document::<Scheme>("SchemeDocument");
    found.document::<Cells>("CellsDocument");
}

struct Found {
    config: Config,
    seen: BTreeSet<TypeId>,
    made: BTreeMap<String, String>,
}

impl Found {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only types with a file of their own are declarations; the others are words of the language.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let name = T::ident(&self.config);
            self.made.insert(name, format!("{docs}export {}", renamed(&T::decl(&self.config))));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

impl Found {
    /// A document is its draft with the format that it says it has.
    fn document<T: Document<Draft: TS + 'static>>(&mut self, name: &str) {
        self.add::<T::Draft>();
        let draft = renamed(&T::Draft::ident(&self.config));
        let format = T::FORMAT;
        self.made.insert(
            name.to_owned(),
            format!("/** A document of the format `{format}`. */\nexport type {name} = {{ format: \"{format}\" }} & {draft};"),
        );
    }
}

impl TypeVisitor for Found {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// A declaration in which the plain form of `Explanation` is called `ExplanationData`.
fn renamed(declaration: &str) -> String {
    let mut out = String::with_capacity(declaration.len());
    for word in declaration.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        let name = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let suffix = if CLASSES.contains(&name) { "Data" } else { "" };
        out.push_str(name);
        out.push_str(suffix);
        out.push_str(word.get(name.len()..).unwrap_or_default());
    }
    out
}
