//! shequ (社区): community self-governance as data and exact rules.
#![forbid(unsafe_code)]

pub mod codes;
pub mod evaluation;
pub mod grid;
pub mod kernel;
pub mod organisation;
pub mod pack;
pub mod participation;
pub mod wire;
