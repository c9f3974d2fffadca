// The pack of a session: what was promised and done, the last decisions and what became of them; live until it is frozen.
import { useSuspenseQuery } from '@tanstack/react-query'
import { formatDay, formatInstant, formatNumber } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask, linkTo, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { meetingsApi } from '../../api.ts'
import type { PackFile } from '../../pack-model.ts'
import '../committees.css'
import { inLocale } from '../pieces.tsx'

const at = (id: string) => ask(meetingsApi.pack, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(at(params['id']!))

const looks = { green: ['jade', 'disc'], amber: ['saffron', 'half'], red: ['garnet', 'triangle'], grey: ['quiet', 'ring'] } as const
export function Page() {
  const [text, locale, id, trouble] = [useText(), useLocale(), useParam('id'), useToastTrouble()]
  const { data: pack } = useSuspenseQuery(at(id))
  const freeze = useDeed(meetingsApi.freezePack)
  const file = (format: 'pdf' | 'xlsx') => linkTo(meetingsApi.packFile, { params: { id }, query: { format, locale } })
  return (
    <Frame title={text('committees.pack')} above={<Go to={`/meetings/${id}`}>{text('committees.pack.back')}</Go>}
      about={pack.frozenAt ? <Mark tone="lapis" shape="square">{text('committees.pack.frozen-on', { on: formatInstant(pack.frozenAt, locale) })}</Mark> : <Mark tone="saffron" shape="half">{text('committees.pack.live')}</Mark>}
      actions={<><a className="button quiet" href={file('xlsx')} download>{text('committees.pack.workbook')}</a><a className="button" href={file('pdf')} download>{text('committees.pack.pdf')}</a>{pack.mayFreeze && <Button look="primary" busy={freeze.isPending} onPress={() => freeze.mutate({ params: { id } }, { onError: trouble })}>{text('committees.pack.freeze')}</Button>}</>}>
      <Promises pack={pack} />
      <Section title={text('committees.decisions')}>
        {pack.decisions.length === 0 && <p className="quiet">{text('committees.pack.nothing')}</p>}
        <ul className="body-lines">{pack.decisions.map(({ id: one, number, text: said, takenOn, open, done }) => <li key={one}><strong>{text('committees.decision-number', { number })}</strong><bdi>{inLocale(said, locale)}</bdi><span className="quiet">{formatDay(takenOn, 'day', locale)} · {text('committees.pack.became', { open, done })}</span></li>)}</ul>
      </Section>
      <Section title={text('committees.actions')}>
        {pack.actions.length === 0 && <p className="quiet">{text('committees.pack.nothing')}</p>}
        <ul className="body-lines">{pack.actions.map(({ id: one, what, owner, dueOn, done }) => <li key={one}><bdi>{what}</bdi><span className="quiet"><bdi>{owner}</bdi> · {formatDay(dueOn, 'day', locale)}</span><Mark tone={done ? 'jade' : 'quiet'} shape={done ? 'disc' : 'ring'}>{text(done ? 'committees.done' : 'committees.to-do')}</Mark></li>)}</ul>
      </Section>
    </Frame>
  )
}

function Promises({ pack: { promises } }: { pack: PackFile }) {
  const [text, locale] = [useText(), useLocale()]
  return (
    <Section title={text('committees.pack.promises')} aside={promises.length > 0 && <span className="row">{(['green', 'amber', 'red', 'grey'] as const).map((status) => <Mark key={status} tone={looks[status][0]} shape={looks[status][1]}>{`${formatNumber(promises.filter((one) => one.status === status).length, locale)} ${text(`commitments.status.${status}`)}`}</Mark>)}</span>}>
      {promises.length === 0 && <p className="quiet">{text('committees.pack.nothing')}</p>}
      <ul className="body-lines">
        {promises.map(({ id, agreementId, what, target, claimed, confirmed, dueOn, status }) => (
          <li key={id}>
            <Go to={`/agreements/${agreementId}/commitments/${id}`}><bdi>{inLocale(what, locale)}</bdi></Go>
            <Mark tone={looks[status][0]} shape={looks[status][1]}>{text(`commitments.status.${status}`)}</Mark>
            <span className="quiet">{text('committees.pack.numbers', { target: target === null ? '—' : formatNumber(target, locale), claimed: formatNumber(claimed, locale), confirmed: formatNumber(confirmed, locale) })}{dueOn && <> · {formatDay(dueOn, 'day', locale)}</>}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
