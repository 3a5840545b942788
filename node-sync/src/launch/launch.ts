import { explain } from "../explain";
import { print } from "../terminal/terminal";
import * as say from "../wording/launch";
import { openBrowser } from "../workbench/browser";
import { chosenBook, keepAsLast } from "./chosen-book";
import { startedWorkbench } from "./started-workbench";
import { requireWholePackage } from "./whole-package";

/** What the launcher does then: nothing; leave the window open until somebody has read it. */
type LaunchExit = 0 | 3;

/**
 * What a double-click does: looks whether it can, starts the workbench and opens a page.
 *
 * @param folder the folder of the package
 * @param dragged what was dragged onto the launcher, if anything
 */
export async function launch(folder: string, dragged: string | undefined): Promise<LaunchExit> {
  try {
    await requireWholePackage(folder);
    const book = await chosenBook(dragged, folder);
    await print(say.opening);
    const url = await startedWorkbench(folder, book);
    // Who cannot keep it drags the workbook again.
    await keepAsLast(book).catch(() => undefined);
    if (await openBrowser(url)) return 0;
    await print(say.noBrowser(url));
  } catch (error) {
    await print(explain(error).message);
  }
  await print(say.pressKey);
  return 3;
}
