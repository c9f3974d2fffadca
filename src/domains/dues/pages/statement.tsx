// The statement of one member: every year it was asked, and how each stands.
import { useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { duesApi } from '../api.ts'
import './dues.css'
import { DueLines } from './due-lines.tsx'
import { Money, saidIn } from './marks.tsx'

const asked = (id: string, organisationId: string) => ask(duesApi.statement, { params: { id }, query: { organisationId } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!, params['organisation']!))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: { alliance, organisation, lines, mayManage } } = useSuspenseQuery(asked(id, useParam('organisation')))
  const owed = Map.groupBy(lines.filter(({ outstanding }) => outstanding > 0), ({ currency }) => currency)
  const sums = [...owed].map(([currency, some]) => <Money key={currency} of={some.reduce((all, { outstanding }) => all + outstanding, 0)} currency={currency} />)
  return (
    <Frame title={text('dues.statement', { member: nameIn(organisation, locale) })} above={<Go to={`/alliances/${id}/dues`}><bdi>{saidIn(alliance.name, locale)}</bdi></Go>}
      about={lines.length > 0 && (sums.length > 0 ? <span>{text('dues.column.outstanding')} {sums}</span> : <span>{text('dues.nothing-outstanding')}</span>)}>
      {lines.length === 0 ? <Empty title={text('dues.never-asked')} /> : <DueLines lines={lines} withYear mayManage={mayManage} allianceId={id} />}
    </Frame>
  )
}
