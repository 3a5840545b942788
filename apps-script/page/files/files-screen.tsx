import type { Desk } from "../desk";
import type { Intake } from "./intake";
import { IntakePart } from "./intake-part";
import type { Outgoing } from "./outgoing";
import { SendPart } from "./send-part";
import type { WordForm } from "./word-form";
import { WordFormPart } from "./word-form-part";

interface FilesScreenProps {
  readonly desk: Desk;
  readonly intake: Intake;
  readonly outgoing: Outgoing;
  readonly form: WordForm;
}

/** 文件: what comes in, and what goes out. */
export function FilesScreen({ desk, intake, outgoing, form }: FilesScreenProps) {
  return (
    <>
      <IntakePart desk={desk} intake={intake} />
      <SendPart desk={desk} outgoing={outgoing} />
      <WordFormPart desk={desk} form={form} />
    </>
  );
}
