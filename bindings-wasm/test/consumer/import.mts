// A consumer by `import`: it need only type-check.
import {
  Calendar,
  Election,
  ElectionRules,
  Organisation,
  Plan,
  Procedure,
  Scheme,
  ShequError,
  Territory,
  Timeline,
  canonical,
  decide,
  digest,
  packs,
  verify,
  verifyElection,
  type Answer,
  type ChartOptions,
  type ChartSpec,
  type DecisionDocument,
  type ElectionInput,
  type ElectionRecordDocument,
  type Explanation,
  type ExplanationData,
  type FactsInput,
  type Fault,
  type Finding,
  type Lang,
  type OrganisationDocument,
  type PlanFault,
  type SchemeDocument,
  type Status,
  type StepView,
  type UnitRecord,
} from "shequ";
import init, { digest as other } from "shequ/web";
import { version } from "shequ/inline";

const text: string = canonical({ area: "45.67", votes: 12n });
const hex: string = digest({ text, at: version() });
const lang: Lang = "en";

export async function load(): Promise<string> {
  await init();
  return other(hex);
}

export function show(explanation: Explanation): string {
  const tree: ExplanationData = explanation.tree;
  return tree.children.map((child) => child.label.zh).join() + explanation.render(lang);
}

export function read(work: () => void): readonly Fault[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ShequError) {
      const place: string = error.path;
      return place === "" ? [] : error.faults;
    }
    throw error;
  }
}

export function vote(units: { key: string; area: string; vote: "yes" | "no" }[]): Status {
  const facts: FactsInput = { day: "2026-03-01", units, salt: "kept by those who counted" };
  using verdict = decide(packs.cn, "owners.special", facts);
  const record: DecisionDocument = verdict.record();
  const flips: number | undefined = verdict.fewestUnits()?.units;
  return verify(record, packs.cn, facts).ok && flips !== 0 ? verdict.status : "unknown";
}

export function elect(run: Omit<ElectionInput, "rules">, rules: ElectionRules): string[] {
  using election = Election.from({ ...run, rules });
  using result = election.result();
  const record: ElectionRecordDocument = result.record();
  const by: string | null = result.next.by;
  const admitted: string[] = rules.admit(["a"], (who, clause) => (who === clause ? true : null)).admitted;
  const margin: number | null | undefined = result.polls[0]?.candidates[0]?.win.margin;
  return verifyElection(record, election).ok ? result.elected.map((e) => e.candidate) : [...admitted, by ?? String(margin)];
}

export function due(on: string): StepView[] {
  const { procedure } = Procedure.ofClause(packs.cn.at(on), "cn.vc.election", "stand");
  const days = [{ step: "poll", planned: on }];
  return Timeline.from({ format: "shequ.timeline/1", id: "run", procedure, days }).nextSteps(on, Calendar.cn());
}

export function score(scheme: SchemeDocument): string[] {
  const card = Scheme.from(scheme).evaluate([{ unit: "社区 01", visits: 11n, response: "76/173" }]);
  const options: ChartOptions = { lang: "en", title: "Totals", labels: { "社区 01": { zh: "社区 01", en: "community 01" } } };
  const chart: ChartSpec = card.contributionSpec({ ...options, parts: "groups" });
  return [chart.title.text, ...card.scores().map((score) => score.total)];
}

export function review(document: OrganisationDocument): Finding[] {
  const organisation = Organisation.from(document);
  const units: UnitRecord[] = organisation.at("2026-01-01").units();
  const answer: Answer = packs.cn.at("2026-01-01").ask("cn.urc.members");
  return units.length > 0 && answer.status === "known" ? organisation.validate(packs.cn.at("2026-01-01")).violations : [];
}

export function grids(features: object, signal: AbortSignal): PlanFault[] {
  const territory = Territory.from(features, { households: "hu" }, { signal, onProgress: (done) => done < 10 });
  const plan = Plan.from({ format: "shequ.plan/1", grids: [{ key: "1", buildings: ["a"] }] });
  return territory.check(plan).faults;
}

export const next: string = Calendar.cn().nextWorking("2026-01-01");

// @ts-expect-error: there is no such language
export const wrong = (explanation: Explanation) => explanation.render("fr");
// @ts-expect-error: a vote is one of four words
export const maybe: FactsInput = { units: [{ key: "a", vote: "maybe" }] };
