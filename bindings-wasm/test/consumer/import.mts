// A consumer by `import`: it need only type-check.
import { ShequError, canonical, digest, type Explanation, type ExplanationData, type Fault, type Lang } from "shequ";
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

// @ts-expect-error: there is no such language
export const wrong = (explanation: Explanation) => explanation.render("fr");
