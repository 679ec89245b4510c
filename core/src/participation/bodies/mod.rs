//! Bodies (议事机构): how they are composed, what their layers do, and what is owed to those who speak to them.
//!
//! | what | here | of the [organisation](crate::organisation) |
//! |---|---|---|
//! | a body of all, of households, of representatives; shares; incompatible posts | [`Body`] | the check `incompatible` finds persons in two posts; [`shared_holders`] counts them |
//! | three layers (领导层、议事决策层、执行层) with their duties | [`Layers`] | its tiers and its register of duties |
//! | the two committees as counts | [`RosterCounts`] | its joint roster |
//! | consultation (协商): advice, and the duty to answer | [`Consultations`] | - |
//! | suggestions, opinions, criticism, reports; residents' voices against units' | [`Inputs`] | its notes on topics have the texts |
//! | joint conferences: charter, four joint goals, cadence | [`JointCharter`] | the same quarters as its check `cadence`; its sessions |
//!
//! Members are counted and never listed.

mod answers;
mod charter;
mod composition;
mod consultation;
mod error;
mod inputs;
#[cfg(test)]
mod laws;
mod layers;
mod roster;
#[cfg(test)]
mod tests;

pub use crate::wire::participation_bodies::{
    AnswerCounts, AnswerState, ApportionedBy, BodyCheck, BodyLayer, BodyView, CharterField, Composed, ConsultationView,
    InputKind, InputsView, JointCharterView, LayerCell, LayersRow, LayersView, OverdueAnswer, Response, RosterCounts,
    Voice, VoiceCount,
};
pub use charter::JointCharter;
pub use composition::{Body, shared_holders};
pub use consultation::Consultations;
pub use error::BodyError;
pub use inputs::Inputs;
pub use layers::Layers;

/// The examples of the page run with those of the code.
#[cfg(doctest)]
#[doc = include_str!("../../../../docs/bodies.md")]
struct Page;
