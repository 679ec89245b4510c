//! The JavaScript face of shequ: conversion, documentation and idiom. What decides anything stands in the core.

// JavaScript owns these values: the glue needs them passed by value.
#![expect(clippy::needless_pass_by_value, reason = "the glue of wasm-bindgen passes by value")]

mod answer;
mod answers;
mod appraisal;
mod batches;
mod bodies;
mod bounds;
mod calendar;
mod cascade;
mod certainty;
mod charts;
mod cooperation;
mod directory;
mod document;
mod election;
mod eligibility;
mod evaluation;
mod evaluation_registers;
mod explain;
mod fault;
mod grid;
mod history;
mod indices;
mod ledger;
mod letters;
mod log;
mod meeting;
mod methods;
mod numbers;
mod organisation;
mod pack;
mod participation;
mod plain;
mod quotas;
mod registers;
mod selection;
mod sensitivity;
mod sets;
mod teams;
mod timeline;
mod watch;
mod whatif;
mod words;

use shequ::kernel::{self, Digest};
use wasm_bindgen::prelude::*;

use crate::fault::{Js, OrThrow as _};

/// The wire types, written by `cargo xtask stubs` from the core.
#[wasm_bindgen(typescript_custom_section)]
const WIRE_TYPES: &str = include_str!("../types/wire.d.ts");

/// Types of this binding that no other language has.
#[wasm_bindgen(typescript_custom_section)]
const OWN_TYPES: &str = include_str!("../types/own.d.ts");

/// The version of this package, which is that of the Rust crate and of the Python package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The canonical JSON (RFC 8785) of a plain value or a result: sorted keys, no spaces.
///
/// Throws `ShequError`: `not-plain`, `not-finite`.
#[wasm_bindgen]
pub fn canonical(#[wasm_bindgen(unchecked_param_type = "Plain")] value: JsValue) -> Js<String> {
    let value = plain::from_js(&value).or_throw()?;
    kernel::canonical(&value).or_throw()
}

/// The SHA-256 digest of the canonical JSON of a plain value or a result, as 64 hexadecimal digits.
///
/// Throws `ShequError`: `not-plain`, `not-finite`.
#[wasm_bindgen]
pub fn digest(#[wasm_bindgen(unchecked_param_type = "Plain")] value: JsValue) -> Js<String> {
    let value = plain::from_js(&value).or_throw()?;
    Ok(Digest::of(&value).or_throw()?.to_string())
}
