// How sure the reading of a party is, or that a person said it.
import { formatShare } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Mark, SureMark } from '#web/ui/mark.tsx'
import type { PartyReading } from '../../model.ts'
import { surenessOfOffer } from '../../rules.ts'

export function PartyMark({ party, said }: { party: PartyReading; said: boolean }) {
  const [text, locale] = [useText(), useLocale()]
  if (said) return <Mark tone="jade" shape="disc">{text('registers.you-said')}</Mark>
  if (party.owner) return <Mark tone="quiet" shape="square">{text('registers.the-owner')}</Mark>
  const confidence = party.decision === 'offered' && party.candidates.length > 0 ? surenessOfOffer(party) : party.confidence
  return <span className="row"><SureMark decision={party.decision} />{party.decision !== 'new' && <small className="quiet"><bdi>{formatShare(confidence, locale)}</bdi></small>}</span>
}
