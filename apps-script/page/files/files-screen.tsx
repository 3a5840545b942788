import type { Desk } from "../desk";
import type { Intake } from "./intake";
import { IntakePart } from "./intake-part";
import type { Outgoing } from "./outgoing";
import { SendPart } from "./send-part";

interface FilesScreenProps {
  readonly desk: Desk;
  readonly intake: Intake;
  readonly outgoing: Outgoing;
}

/** 文件: what comes in, and what goes out. */
export function FilesScreen({ desk, intake, outgoing }: FilesScreenProps) {
  return (
    <>
      <IntakePart desk={desk} intake={intake} />
      <SendPart desk={desk} outgoing={outgoing} />
    </>
  );
}
