//! shequ (社区): community self-governance as data and exact rules.
//!
//! Who belongs to what and since when; how territory is divided into service grids; how organisations are evaluated
//! against their targets; who may decide what with which majority; and why. Five promises hold everywhere:
//!
//! 1. **Exact.** Votes, areas, money, points and shares are integers or ratios; no float decides who passes or ranks first.
//! 2. **Explained.** Every answer gives an [`Explanation`](kernel::Explanation): the rule, its article, the numbers, the parts.
//! 3. **Dated.** Units, posts, names and rules hold from a day to a day; every question is asked as of a day.
//! 4. **Same everywhere.** Rust, Python and JavaScript give one result with one [`Digest`](kernel::Digest). The core reads no
//!    clock, no file, no network.
//! 5. **Harmless.** Organisations, posts and services are evaluated, never residents. Bad input gets an error that names
//!    the place, never a panic and never a silent repair.
//!
//! # A tour
//!
//! [`pack`]: law as dated clauses. What nobody has read is unknown.
//!
//! ```
//! use shequ::kernel::Lang;
//! let rules = shequ::pack::cn().at("2025-12-31".parse()?);
//! assert_eq!(shequ::pack::ask(&rules, "cn.urc.members")?.says.get(Lang::En), "5 to 9 members");
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! [`participation`]: whether a decision stands, and how close it was.
//!
//! ```
//! use shequ::kernel::{Document, Status};
//! use shequ::participation::Facts;
//! let facts = Facts::parse(r#"{"format": "shequ.facts/1", "heads": {"entitled": 100, "present": 60, "yes": 30, "no": 20}}"#)?;
//! let verdict = shequ::pack::cn().at("2025-06-01".parse()?).decide("residents.assembly.resolution", &facts)?;
//! assert_eq!(verdict.status(), Status::NotMet); // 30 of 60 present is not more than half
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! [`organisation`]: units, posts and events, as of any day.
//!
//! ```
//! use shequ::kernel::{Document, Lang};
//! use shequ::organisation::Organisation;
//! let organisation = Organisation::parse(r#"
//!     format = "shequ.organisation/1"
//!     title = "example"
//!     units = [
//!         { key = "d", kind = "district", name = "District" },
//!         { key = "c", kind = "community", parent = "d", names = [
//!             { name = "Old Wharf", until = "2019-05-01" }, { name = "New Wharf", from = "2019-05-01" },
//!         ] },
//!     ]
//! "#)?;
//! assert_eq!(organisation.at("2019-04-30".parse()?).unit("c")?.name().get(Lang::En), "Old Wharf");
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! [`evaluation`]: schemes (责任书), exact scores, and the arithmetic of every point.
//!
//! ```
//! use shequ::evaluation::{Cells, Scheme};
//! use shequ::kernel::Document;
//! let scheme = Scheme::parse(r#"
//!     format = "shequ.scheme/1"
//!     title = "example"
//!     subject = "unit"
//!     groups = [{ key = "g", indicators = [{ key = "visits", points = 100, rule = "linear", target = 12 }] }]
//! "#)?;
//! let cells = Cells::parse(r#"{"format": "shequ.cells/1", "rows": [{"unit": "c", "visits": 11}]}"#)?;
//! let card = scheme.evaluate_cells(&cells)?;
//! assert_eq!(card.score("c")?.total.to_string(), "91.67");
//! assert!(card.explain("c")?.adds_up());
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! [`grid`]: whether a plan of service grids holds.
//!
//! ```
//! use shequ::grid::{Plan, Territory};
//! use shequ::kernel::{Document, Unwatched};
//! let territory = Territory::parse(r#"{"format": "shequ.territory/1",
//!     "nodes": [{"key": "a", "households": 200}, {"key": "b", "households": 150}, {"key": "c", "households": 40}],
//!     "edges": [["a", "b", 12]]}"#)?;
//! let plan = Plan::parse(r#"{"format": "shequ.plan/1", "bounds": {"least": 300, "most": 500},
//!     "grids": [{"key": "1", "buildings": ["a", "b"]}]}"#)?;
//! let check = territory.check(&plan, &mut Unwatched)?;
//! assert!(!check.ok); // building c belongs to no grid
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! [`kernel`] is what all of them speak; [`wire`] is the form in which documents and results reach Python and JavaScript;
//! [`codes`] lists every error code. Nothing here is legal advice.
#![forbid(unsafe_code)]

pub mod codes;
pub mod evaluation;
pub mod grid;
pub mod kernel;
pub mod organisation;
pub mod pack;
pub mod participation;
pub mod wire;
