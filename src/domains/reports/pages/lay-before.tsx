// Lays an annual report before a body that meets: it becomes an item for decision there, and what is carried approves it.
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { bodiesApi, meetingsApi } from '#domains/committees/api.ts'
import { formatInstant } from '#platform/i18n/format.ts'
import { ask, useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Section } from '#web/ui/page.tsx'
import { said as saidIn } from './said.ts'

type Props = { id: string; title: string; of: { agreementId?: string; allianceId?: string } }

/** Only where a body is to meet; whoever may not arrange it is told so by the house. */
export function LayBefore({ id, title, of }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const { data: bodies = [] } = useQuery({ ...ask(bodiesApi.bodies, { query: of }), retry: false })
  const meeting = bodies.filter(({ nextId }) => nextId !== null)
  const [chosen, choose] = useState('')
  const lay = useDeed(meetingsApi.addItem, ['/meetings', '/bodies'])
  const meetingId = chosen || meeting[0]?.nextId
  if (meeting.length === 0 || !meetingId) return null
  const send = () => lay.mutate({ params: { id: meetingId }, body: { title: { [locale]: title }, aim: 'decision', matter: 'report', aboutKind: 'annual-report', aboutId: id } })
  return (
    <Section title={text('reports.annual.lay-before')}>
      {lay.data ? <p role="status">{text('reports.annual.laid')} <Go to={`/meetings/${lay.data.id}`}>{saidIn(lay.data.body.name, locale)}</Go></p> : (
        <div className="row">
          <SelectField label={text('reports.annual.session')} value={meetingId} onChange={choose} options={meeting.map(({ name, nextId, nextOn, nextZone }) => ({ value: nextId!, label: `${saidIn(name, locale)} · ${formatInstant(nextOn!, locale, nextZone!)} (${nextZone})` }))} />
          <Button busy={lay.isPending} onPress={send}>{text('reports.annual.lay')}</Button>
        </div>
      )}
      {lay.error && <ErrorNote error={lay.error} />}
    </Section>
  )
}
