import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sizeOf } from "../../../apps-script/domain/changes/change-set";
import { importFiles } from "../../support/exchange-lab";
import { playStory, type Story, toldBy } from "../../support/exchange-story";

const folder = join(__dirname, "../../golden/exchange");
const stories = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name): [string, Story] => [name.replace(".json", ""), JSON.parse(readFileSync(join(folder, name), "utf8")) as Story]);

it("has its stories", () => expect(stories.length).toBeGreaterThanOrEqual(25));

describe.each(stories)("%s", (_name, story) => {
  const { files, played } = playStory(story);

  test(story.story, () => expect(toldBy(played)).toEqual(story.expected));

  test("the same files again change nothing", () => {
    const again = importFiles(played.after, files, { force: story.force });
    expect(sizeOf({ ...again.decision, blanked: again.decision.blanked ?? [] })).toBe(0);
  });
});
