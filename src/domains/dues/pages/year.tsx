// A year of dues: how much is in, what each member is asked, says it paid and was found to have paid.
import { useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { one, useAddress, useParam } from '#web/address.ts'
import { ask, linkTo, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { FilterBar } from '#web/ui/filters.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { Day } from '#web/ui/whole.tsx'
import { duesApi } from '../api.ts'
import { states, type YearFile } from '../model.ts'
import './dues.css'
import { DueLines } from './due-lines.tsx'
import { History } from './history.tsx'
import { Money, saidIn } from './marks.tsx'

const asked = (id: string) => ask(duesApi.year, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: year } = useSuspenseQuery(asked(id))
  const [address] = useAddress()
  const [state, words] = [one(address['state']), one(address['q']).toLowerCase()]
  const shown = year.lines.filter((line) => (!state || line.state === state) && (!words || [line.organisation.name, nameIn(line.organisation, locale)].some((name) => name.toLowerCase().includes(words))))
  return (
    <Frame title={text('dues.of-year', { year: String(year.year) })} above={<Go to={`/alliances/${year.alliance.id}/dues`}><bdi>{saidIn(year.alliance.name, locale)}</bdi></Go>}
      about={<><span>{text('dues.due')} <Day day={year.dueOn} /></span><span>{text('dues.by-version', { version: year.scaleVersion })}</span></>}
      actions={<a className="button plain" href={linkTo(duesApi.workbook, { params: { id }, query: { locale } })} download>{text('dues.workbook')}</a>}>
      {year.mayManage && <Totals year={year} />}
      {year.mayManage && <FilterBar search="q" filters={[{ name: 'state', label: text('dues.column.state'), kind: 'one', choices: states.map((value) => ({ value, label: text(`dues.states.${value}`) })) }]} />}
      <DueLines lines={shown} mayManage={year.mayManage} allianceId={year.alliance.id} />
      {year.notAsked.length > 0 && <NotAsked year={year} />}
      {year.history.length > 0 && <History year={year} />}
    </Frame>
  )
}

function Totals({ year: { totals, currency } }: { year: YearFile }) {
  const text = useText()
  const share = (of: number) => ({ inlineSize: `${totals.amount === 0 ? 0 : Math.min(100, (of / totals.amount) * 100)}%` })
  return (
    <div className="stack">
      <span className="dues-bar" aria-hidden="true">{totals.claimed > 0 && <i className="is-claimed" style={share(totals.confirmed + totals.claimed)} />}<i className="is-paid" style={share(totals.confirmed)} /></span>
      <p>{(['amount', 'confirmed', 'claimed', 'waived', 'outstanding'] as const).map((key, at) => <span key={key}>{at > 0 && ' · '}{text(`dues.column.${key}`)} <Money of={totals[key]} currency={currency} /></span>)}</p>
    </div>
  )
}

/** Who became a member after the year was asked. */
function NotAsked({ year }: { year: YearFile }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const deed = useDeed(duesApi.addMember, ['/alliances'])
  return (
    <Section title={text('dues.not-asked')}>
      <ul className="dues-lines">
        {year.notAsked.map((one) => <li key={one.id}><span><bdi>{nameIn(one, locale)}</bdi></span><Button small label={`${text('dues.ask-too')}: ${nameIn(one, locale)}`} busy={deed.isPending} onPress={() => deed.mutate({ params: { id: year.id }, body: { organisationId: one.id } }, { onSuccess: () => say(text('dues.written-down')), onError: trouble })}>{text('dues.ask-too')}</Button></li>)}
      </ul>
    </Section>
  )
}
