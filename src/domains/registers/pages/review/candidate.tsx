// An organisation that a text may mean, with the evidence for and against it in words.
import { countryName, formatShare } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import type { Evidence, PartyReading } from '../../model.ts'
import { useSay } from '../say.ts'

type Props = { of: PartyReading['candidates'][number]; chosen: boolean; busy: boolean; onChoose: () => void }

export function Candidate({ of, chosen, busy, onChoose }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const place = [of.city, of.country && countryName(of.country, locale)].filter(Boolean).join(', ')
  return (
    <li className={chosen ? 'candidate chosen' : 'candidate'}>
      <div>
        <strong><bdi>{of.name}</bdi></strong>
        <small className="quiet"><bdi>{place}</bdi>{of.confidence < 1 && <> · <bdi>{formatShare(of.confidence, locale)}</bdi></>}</small>
        <Evidences of={of.evidence} />
      </div>
      {chosen ? <Mark tone="jade" shape="disc">{text('registers.chosen')}</Mark> : <Button small busy={busy} label={text('registers.choose-of', { name: of.name })} onPress={onChoose}>{text('registers.choose')}</Button>}
    </li>
  )
}

export function Evidences({ of }: { of: Evidence[] }) {
  const { evidence } = useSay()
  const said = [...new Set(of.map(evidence).filter((words) => words !== undefined))]
  return said.length > 0 && <ul className="evidence">{said.map((words) => <li key={words} dir="auto">{words}</li>)}</ul>
}
