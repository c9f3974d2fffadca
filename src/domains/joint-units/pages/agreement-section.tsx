// Beneath an agreement: the joint units that it founded or that carry it out, and the way to record one.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgreementFile } from '#domains/agreements/model.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Section } from '#web/ui/page.tsx'
import { jointUnitsApi } from '../api.ts'
import { FoundDialog } from './found-dialog.tsx'
import { UnitLines } from './unit-lines.tsx'

export function AgreementSection({ agreement: { id, draft, mayWrite } }: { agreement: AgreementFile }) {
  const text = useText()
  const [founding, setFounding] = useState(false)
  const { data: units = [] } = useQuery({ ...ask(jointUnitsApi.units, { query: { agreementId: id } }), enabled: !draft, retry: false })
  if (draft || units.length === 0 && !mayWrite) return null
  return (
    <Section title={text('joint-units.units')} aside={mayWrite && <Button small onPress={() => setFounding(true)}>{text('joint-units.found')}</Button>}>
      {units.length === 0 ? <p className="quiet">{text('joint-units.none-here')}</p> : <UnitLines units={units} />}
      {founding && <FoundDialog agreementId={id} onClose={() => setFounding(false)} />}
    </Section>
  )
}
