// What hinders the cooperation, with its cause and answer, and the new areas that sides propose, as the pack of a session shows them.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import type { PackFile } from '../../pack-model.ts'
import { inLocale } from '../pieces.tsx'

type Props = { pack: PackFile }

export function Challenges({ pack: { challenges, names } }: Props) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text('committees.standing.challenges')}>
      {challenges.length === 0 && <p className="quiet">{text('committees.pack.nothing')}</p>}
      <ul className="body-lines">
        {challenges.map(({ id, what, cause, answer, ownerId, since, resolvedOn }) => {
          const owner = ownerId && names[ownerId]
          return (
            <li key={id} className="pack-line">
              <div><strong><bdi>{inLocale(what, locale)}</bdi></strong><small className="quiet">{text('committees.pack.since')}: {formatDay(since, 'day', locale)}{owner && <> · <bdi>{nameIn(owner, locale)}</bdi></>}</small></div>
              <Mark tone={resolvedOn ? 'jade' : 'saffron'} shape={resolvedOn ? 'disc' : 'half'}>{resolvedOn ? text('committees.pack.resolved-on', { on: formatDay(resolvedOn, 'day', locale) }) : text('committees.pack.unresolved')}</Mark>
              {inLocale(cause, locale) && <p className="quiet wide">{text('committees.pack.cause')}: <bdi>{inLocale(cause, locale)}</bdi></p>}
              {inLocale(answer, locale) && <p className="wide">{text('committees.pack.answer')}: <bdi>{inLocale(answer, locale)}</bdi></p>}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

const looks = { open: ['saffron', 'half'], commitment: ['jade', 'disc'], draft: ['lapis', 'disc'], 'set-aside': ['quiet', 'square'] } as const
export function Proposals({ pack: { proposals, names } }: Props) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text('committees.standing.new-areas')}>
      {proposals.length === 0 && <p className="quiet">{text('committees.pack.nothing')}</p>}
      <ul className="body-lines">
        {proposals.map(({ id, what, why, sideId, state, proposedOn }) => (
          <li key={id} className="pack-line">
            <div><strong><bdi>{inLocale(what, locale)}</bdi></strong><small className="quiet">{names[sideId] && <bdi>{nameIn(names[sideId]!, locale)}</bdi>} · {formatDay(proposedOn, 'day', locale)}</small></div>
            <Mark tone={looks[state][0]} shape={looks[state][1]}>{text(`committees.pack.proposal.${state}`)}</Mark>
            {inLocale(why, locale) && <p className="quiet wide"><bdi>{inLocale(why, locale)}</bdi></p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
