import { button, headline, office, useDialogs } from "./support/office";

/** What the page does without being asked keeps nobody from working. */

const open = useDialogs();

test("clicks and keys count while the page reads by itself", async () => {
  let isHolding = false;
  const held: (() => void)[] = [];
  const beforeCall = (name: string): Promise<void> | null =>
    name === "read" && isHolding ? new Promise((letGo) => void held.push(letGo)) : null;
  const dialog = await open(office(), "menuSidebar", { width: 900, beforeCall });
  const { page } = dialog;
  await headline(dialog, "今天");
  const nextHeld = async (): Promise<() => void> => {
    for (;;) {
      const letGo = held.shift();
      if (letGo) return letGo;
      await page.waitForTimeout(20);
    }
  };
  /** Asked for twice, the second reading follows by itself. */
  const readsByItself = async (): Promise<() => void> => {
    isHolding = true;
    await page.keyboard.press("Alt+r");
    const letGo = await nextHeld();
    await page.keyboard.press("Alt+r");
    letGo();
    const byItself = await nextHeld();
    isHolding = false;
    return byItself;
  };

  const first = await readsByItself();
  await button(dialog, "学员").click({ timeout: 5_000 });
  first();
  await headline(dialog, "学员");

  const second = await readsByItself();
  await page.keyboard.press("F1");
  second();
  await headline(dialog, "帮助");
});
