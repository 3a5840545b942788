import { answerQuestions } from "./deciding/worker";
import { openPage } from "./open-page";

/** Names the program that this page is of. The build puts it in. */
declare const ANPEI_BUILD: string;

/** The page, or, where there is none, a worker that decides for it. */
if (typeof document === "undefined") answerQuestions(self);
else openPage(ANPEI_BUILD, document.currentScript);
