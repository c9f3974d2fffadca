// What an organisation asks for before it signs: its country's rules, which it may put others in the place of, and its own.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { authorityApi } from '../api.ts'
import type { ClearanceRule } from '../clearance-model.ts'
import { RuleDialog } from './rule-dialog.tsx'

export function Rules({ id }: { id: string }) {
  const text = useText()
  const { data } = useQuery(ask(authorityApi.rules, { params: { id } }))
  const [changing, setChanging] = useState<ClearanceRule | 'new' | null>(null)
  if (!data) return <Skeleton lines={3} />
  return (
    <>
      {data.rules.length === 0 && <p className="quiet">{text('signing.rules.none')}</p>}
      <ol className="clearance-list">{data.rules.map((rule) => <Line key={rule.id} id={id} rule={rule} mayAdjust={data.mayAdjust} onChange={() => setChanging(rule)} />)}</ol>
      {data.mayAdjust && <div className="row no-print"><Button onPress={() => setChanging('new')}>{text('signing.rules.add')}</Button></div>}
      {changing && <RuleDialog id={id} rule={changing === 'new' ? null : changing} onClose={() => setChanging(null)} />}
    </>
  )
}

const looks = { block: { tone: 'garnet', shape: 'square' }, warn: { tone: 'saffron', shape: 'triangle' }, off: { tone: 'quiet', shape: 'dash' } } as const

function Line({ id, rule, mayAdjust, onChange }: { id: string; rule: ClearanceRule; mayAdjust: boolean; onChange: () => void }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const drop = useDeed(authorityApi.dropRule)
  const { step, title, effect, origin, answeredBy, documents, kinds, onlyAbroad, usualDays, source, version, replaces } = rule
  return (
    <li>
      <div className="row"><strong>{title ? <bdi>{title}</bdi> : text(`signing.steps.${step}`)}</strong><Mark {...looks[effect]}>{text(`signing.effects.${effect}`)}</Mark></div>
      <p className="quiet">{[
        answeredBy && text('signing.clearance.by', { whom: answeredBy }), documents && text('signing.clearance.documents', { documents }), onlyAbroad && text('signing.rules.only-abroad'),
        kinds.length > 0 && kinds.map((kind) => text(`agreements.kinds.${kind}`)).join(', '), usualDays && text('signing.clearance.usual', { days: usualDays }),
      ].filter(Boolean).join(' · ')}</p>
      <small className="quiet">{text(`signing.rules.of-${origin}`)} · <bdi>{text('signing.checks.rule', { version })}</bdi>{source && <> · {/^https?:/.test(source) ? <a href={source} rel="external noreferrer">{text('signing.checks.source')}</a> : <bdi>{source}</bdi>}</>}</small>
      {mayAdjust && (
        <div className="row no-print">
          <Button small look="quiet" onPress={onChange}>{text('signing.rules.change')}</Button>
          {origin === 'organisation' && <Button small look="quiet" busy={drop.isPending} onPress={() => drop.mutate({ params: { id, ruleId: rule.id } }, { onError: trouble })}>{text(replaces ? 'signing.rules.back' : 'signing.rules.drop')}</Button>}
        </div>
      )}
    </li>
  )
}
