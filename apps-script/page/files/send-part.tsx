import { useContext } from "preact/hooks";
import { isSent } from "../../domain/views/unit";
import { unitNames } from "../../domain/views/unit-names";
import type { Desk } from "../desk";
import { Busy, Button } from "../parts/button";
import * as say from "../wording/files-screen";
import { Downloads } from "./downloads";
import { Findings } from "./outcome-view";
import type { Offer, Outgoing } from "./outgoing";

interface SendProps {
  readonly desk: Desk;
  readonly outgoing: Outgoing;
}

/** 发给单位: whom, then one file a unit. */
export function SendPart({ desk, outgoing }: SendProps) {
  const isBusy = useContext(Busy);
  const { offers, done } = outgoing;
  const look = (): void => {
    void desk.stage.whileSaying(say.LOOKING, () => outgoing.look(sentBefore(desk), null));
  };
  const send = (): void => {
    void desk.stage.whileSaying(say.SENDING, async () => {
      try {
        await outgoing.send();
      } finally {
        desk.book.expire();
      }
    });
  };
  return (
    <section aria-label={say.SEND_TITLE}>
      <h3>{say.SEND_TITLE}</h3>
      <p class="hint">{say.SEND_HINT}</p>
      {done === null ? null : (
        <div class="outcome">
          <p>{say.sent(done.json.files.length, done.json.run)}</p>
          {done.json.unchanged > 0 ? <p class="hint">{say.unchanged(done.json.unchanged)}</p> : null}
          {done.json.stopped === undefined ? null : <p class="fault">{done.json.stopped.message}</p>}
          <Downloads answer={done} />
          <Findings findings={done.json.findings ?? []} />
        </div>
      )}
      <label class="tick">
        <input
          type="checkbox"
          checked={outgoing.withCards}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            outgoing.withCards = currentTarget.checked;
            if (offers) void desk.stage.whileSaying(say.LOOKING, () => outgoing.lookAgain(sentBefore(desk)));
          }}
        />
        {say.WITH_CARDS}
      </label>
      {offers === null ? null : <Offers desk={desk} outgoing={outgoing} offers={offers} />}
      <p class="doings">
        {outgoing.chosen.length === 0 ? null : <Button text={say.send(outgoing.chosen.length)} press={send} kind="main" />}
        <Button text={say.SEND_LOOK} press={look} />
      </p>
    </section>
  );
}

interface OffersProps extends SendProps {
  readonly offers: readonly Offer[];
}

/** The units with a tick each, those with something new first. */
function Offers({ desk, outgoing, offers }: OffersProps) {
  const isBusy = useContext(Busy);
  const { chosen } = outgoing;
  const people = chosen.reduce((sum, offer) => sum + (offer.people ?? 0), 0);
  const tick = (some: readonly Offer[], isTicked: boolean): void => {
    outgoing.tick(some, isTicked);
    desk.stage.tell();
  };
  if (offers.length === 0) return <p>{say.noOffers}</p>;
  return (
    <>
      <Findings findings={outgoing.found?.findings ?? []} />
      <p class="doings">
        <Button text={say.ALL_UNITS} press={() => tick(offers, true)} kind="small" />
        <Button text={say.NO_UNITS} press={() => tick(offers, false)} kind="small" />
      </p>
      <ul class="files">
        {offers.map((offer) => (
          <li key={offer.unit}>
            <label class="tick">
              <input
                type="checkbox"
                aria-label={say.offerLabel(offer.unit)}
                checked={outgoing.isTicked(offer)}
                disabled={isBusy}
                onChange={({ currentTarget }) => tick([offer], currentTarget.checked)}
              />
              {offer.unit}
            </label>
            <span class="hint">{say.offered(offer.people)}</span>
          </li>
        ))}
      </ul>
      <p role="status">{say.toSend(chosen.length, people)}</p>
    </>
  );
}

/** The units that got a file before. */
export function sentBefore({ book: { snapshot } }: Desk): readonly string[] {
  const { nameFor } = unitNames(snapshot);
  return [...new Set(snapshot.exchanges.filter(isSent).flatMap(({ unit }) => (unit === null ? [] : [nameFor(unit)])))];
}
