//! Co-operation between units: pledges, attendance, dependence, sharing.

use pyo3::prelude::*;
use shequ::kernel::{Day, Decimal, Lang, Rate, Ratio, Text};
use shequ::organisation::{
    ChairAttendance, ConferenceAttendance, Cooperation, Dependence, DependenceBasis, Fulfilment, HolderShare,
    NeedState, OfferState, OfferSupply, PledgeCount, PledgeState, PledgeStatus, ResourceBalance, Sharing,
    UnitAttendance, UnitName,
};
use shequ::wire::organisation::Resource;

use super::PyOrganisation;
use crate::convert::number::DayArg;
use crate::convert::record::{Field, closed, record};
use crate::convert::text::PyText;
use crate::convert::{LangArg, words};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::PyTable;

closed!(DependenceBasis, PledgeStatus, Resource);

words! {
    /// What a dependence is counted in.
    BasisArg(DependenceBasis) {
        "activities" => DependenceBasis::Activities,
        "attendances" => DependenceBasis::Attendances,
        "chairs" => DependenceBasis::Chairs,
    }
}

/// Pledges, conferences, joint activities, offers and needs of units.
#[pyclass(module = "shequ", name = "Cooperation", frozen)]
#[derive(Debug)]
pub struct PyCooperation(Cooperation);

#[pymethods]
impl PyCooperation {
    /// Reads a register of co-operation from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a register of co-operation from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a register of co-operation from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// How pledges stand on a day: due, kept, kept late, overdue, lapsed; by party and by agreement.
    #[pyo3(signature = (organisation, day, /))]
    fn fulfilment(&self, organisation: PyRef<'_, PyOrganisation>, day: DayArg) -> PyResult<PyFulfilment> {
        self.0.fulfilment(organisation.core(), day.0).map(PyFulfilment).or_raise()
    }

    /// Attendance at the conferences from ``since`` until the day before ``until``, of one series or of all: by unit, and by the
    /// post in the chair.
    #[pyo3(signature = (organisation, since, until, *, series = None))]
    fn attendance(
        &self,
        organisation: PyRef<'_, PyOrganisation>,
        since: DayArg,
        until: DayArg,
        series: Option<&str>,
    ) -> PyResult<PyConferenceAttendance> {
        self.0.attendance(organisation.core(), since.0, until.0, series).map(PyConferenceAttendance).or_raise()
    }

    /// How far activities, attendances or chairs of a period hang on one holder of posts.
    #[pyo3(signature = (organisation, since, until, *, basis = BasisArg(DependenceBasis::Activities)))]
    fn dependence(
        &self,
        organisation: PyRef<'_, PyOrganisation>,
        since: DayArg,
        until: DayArg,
        basis: BasisArg,
    ) -> PyResult<PyDependence> {
        self.0.dependence(organisation.core(), since.0, until.0, basis.0).map(PyDependence).or_raise()
    }

    /// Matches offers to needs on a day, as much as can be, the needs that stand first served first.
    #[pyo3(signature = (organisation, day, /))]
    fn sharing(&self, organisation: PyRef<'_, PyOrganisation>, day: DayArg) -> PyResult<PySharing> {
        self.0.sharing(organisation.core(), day.0).map(PySharing).or_raise()
    }
}

record! {
    /// How pledges stand on a day (履约情况).
    PyFulfilment("Fulfilment", Fulfilment) {
        /// The day.
        day: Day,
        /// All of them.
        total: PledgeCount,
        /// By party, in the order of keys.
        parties: Vec<PledgeCount>,
        /// By agreement, in the order of keys.
        agreements: Vec<PledgeCount>,
        /// The pledges in the order of keys.
        pledges: Vec<PledgeState>,
    }
    with {
        /// One row a pledge.
        #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
        fn table(&self, lang: LangArg) -> PyResult<PyTable> {
            self.0.table(lang.0).map(Into::into).or_raise()
        }

        /// The pledges by where they stand, which add up to all of them.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// Pledges counted by where they stand.
    PyPledgeCount("PledgeCount", PledgeCount) {
        /// The key of the party or the agreement; empty for all.
        key: String,
        /// Pledges in all.
        pledges: u32,
        /// Of agreements that do not hold yet.
        not_begun: u32,
        /// Open, and not too late.
        due: u32,
        /// Kept in time.
        kept: u32,
        /// Kept late.
        kept_late: u32,
        /// Overdue.
        overdue: u32,
        /// Lapsed.
        lapsed: u32,
        /// Kept in time, of those kept or overdue; none where there is none.
        in_time: Option<Rate>,
        /// Kept at all, of those kept or overdue.
        fulfilled: Option<Rate>,
    }
}

record! {
    /// A pledge on a day.
    PyPledgeState("PledgeState", PledgeState) {
        /// The pledge.
        pledge: String,
        /// The agreement.
        agreement: String,
        /// The party.
        party: UnitName,
        /// What was promised.
        content: Text,
        /// The last day on which it is kept in time.
        due: Day,
        /// Where it stands.
        status: PledgeStatus,
        /// How much was promised.
        amount: Decimal,
        /// How much of it is not done yet.
        missing: Decimal,
        /// The day on which it was kept in full.
        kept_on: Option<Day>,
        /// How many days late it was kept, or is.
        days_late: u32,
    }
}

record! {
    /// Attendance at conferences of a period (到会情况).
    PyConferenceAttendance("ConferenceAttendance", ConferenceAttendance) {
        /// The first day after it.
        until: Day,
        /// The series; none for all.
        series: Option<String>,
        /// Conferences.
        conferences: u32,
        /// Invitations.
        invited: u32,
        /// How many of the invited came.
        attended: u32,
        /// The one over the other.
        rate: Option<Rate>,
        /// By unit, in the order of keys.
        units: Vec<UnitAttendance>,
        /// By the post in the chair.
        chairs: Vec<ChairAttendance>,
    }
    with {
        /// The first day.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            Field::out(&self.0.from)
        }

        /// Those who came add up by unit; beside them the rate under each chair.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// How often a unit came.
    PyUnitAttendance("UnitAttendance", UnitAttendance) {
        /// The unit.
        unit: UnitName,
        /// How often it was invited.
        invited: u32,
        /// How often it came.
        attended: u32,
        /// The one over the other.
        rate: Option<Rate>,
        /// The conferences that it missed.
        missed: Vec<String>,
    }
}

record! {
    /// How many came when the holder of a post took the chair.
    PyChairAttendance("ChairAttendance", ChairAttendance) {
        /// The post; none where no chair is on record.
        post: Option<String>,
        /// Conferences.
        conferences: u32,
        /// Invitations to these.
        invited: u32,
        /// How many of the invited came.
        attended: u32,
        /// The one over the other.
        rate: Option<Rate>,
    }
}

record! {
    /// How far co-operation hangs on one person (关键人依赖): holders of public posts only.
    PyDependence("Dependence", Dependence) {
        /// The first day after it.
        until: Day,
        /// What was counted.
        basis: DependenceBasis,
        /// How much there was.
        total: u32,
        /// How much had no post, or one without exactly one certain holder that day.
        unattributed: u32,
        /// The holders, those with the most first, equals by key.
        holders: Vec<HolderShare>,
        /// The greatest share.
        greatest: Option<Rate>,
        /// Every holder with that share.
        key_holders: Vec<String>,
        /// The sum of the squares of all shares: 1 if all hangs on one, 1/n if it is even among n (Herfindahl).
        concentration: Option<Ratio>,
    }
    with {
        /// The first day.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            Field::out(&self.0.from)
        }

        /// The shares of holders, which add up to one.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// What hangs on one holder of posts.
    PyHolderShare("HolderShare", HolderShare) {
        /// The opaque key of the holder.
        holder: String,
        /// The posts in which it was done.
        posts: Vec<String>,
        /// How much.
        count: u32,
        /// Of all that can be put down to a holder.
        share: Rate,
    }
}

record! {
    /// Offers matched to needs (资源共享), as much as can be.
    PySharing("Sharing", Sharing) {
        /// The day.
        day: Day,
        /// By kind of resource.
        resources: Vec<ResourceBalance>,
        /// The needs that hold on the day, as they stand in the document.
        needs: Vec<NeedState>,
        /// The offers that hold on the day, as they stand in the document.
        offers: Vec<OfferState>,
    }
    with {
        /// By kind of resource: what is met adds up by need; what is not names the bottleneck.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A kind of resource on a day.
    PyResourceBalance("ResourceBalance", ResourceBalance) {
        /// The kind.
        resource: Resource,
        /// How much is offered.
        offered: u64,
        /// How much is needed.
        needed: u64,
        /// How much is matched, which is the most that can be.
        matched: u64,
    }
}

record! {
    /// A need on a day.
    PyNeedState("NeedState", NeedState) {
        /// The need.
        need: String,
        /// The unit.
        unit: UnitName,
        /// Of what kind.
        resource: Resource,
        /// How much.
        quantity: u64,
        /// How much of it is met.
        met: u64,
        /// By which offers.
        supplies: Vec<OfferSupply>,
        /// Where it is not met in full: the offers that it could draw on, by itself or by moving others, all used up.
        exhausted: Vec<String>,
        /// The needs that use these up, itself included where it uses some.
        rivals: Vec<String>,
    }
}

record! {
    /// A part of an offer that meets a need.
    PyOfferSupply("OfferSupply", OfferSupply) {
        /// The offer.
        offer: String,
        /// The unit that offers.
        unit: String,
        /// How much of it.
        quantity: u64,
    }
}

record! {
    /// An offer on a day.
    PyOfferState("OfferState", OfferState) {
        /// The offer.
        offer: String,
        /// The unit.
        unit: UnitName,
        /// Of what kind.
        resource: Resource,
        /// How much.
        quantity: u64,
        /// How much of it is used.
        used: u64,
    }
}
