// Calls an election; changes the rule of a post, which makes a further version of them all.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Post } from '#domains/alliances/model.ts'
import { Refusal, useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { CheckField, SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { electionsApi } from '../api.ts'
import type { OfficeRule, OfficesFile } from '../model.ts'
import { dayIn } from './said.ts'

type Closing = { onClose: () => void }

export function CallDialog({ offices, onClose }: { offices: OfficesFile } & Closing) {
  const [text, navigate] = [useText(), useNavigate()]
  const [filled, fill] = useState({ post: offices.rules[0]!.post as string, termFrom: dayIn(90), nominateUntil: dayIn(28), voteUntil: dayIn(56) })
  const deed = useDeed(electionsApi.call, ['/elections'])
  const wrong = deed.error instanceof Refusal ? deed.error.fields : {}
  const send = () => deed.mutate({ params: { id: offices.alliance.id }, body: { ...filled, post: filled.post as Post } }, { onSuccess: ({ id }) => void navigate({ href: `/elections/${id}` }) })
  const day = (key: 'termFrom' | 'nominateUntil' | 'voteUntil', label: string) => <DayField label={text(label)} required precise value={{ value: filled[key], precision: 'day' }} onChange={(to) => to && fill({ ...filled, [key]: to.value })} wrong={wrong[key]} />
  return (
    <Dialog open side onClose={onClose} title={text('elections.call')} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('elections.call')}</Button>}>
      <SelectField label={text('elections.post')} required value={filled.post} onChange={(post) => fill({ ...filled, post })} options={offices.rules.map(({ post }) => ({ value: post, label: text(`alliances.posts.${post}`) }))} />
      {day('nominateUntil', 'elections.nominate-until')}
      {day('voteUntil', 'elections.vote-until')}
      {day('termFrom', 'elections.term-from')}
      {deed.error && Object.keys(wrong).length === 0 ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}

export function RuleDialog({ offices, rule, onClose }: { offices: OfficesFile; rule: OfficeRule } & Closing) {
  const [text, say] = [useText(), useToast()]
  const [filled, fill] = useState({ years: String(rule.years), limit: String(rule.limit), protestDays: String(rule.protestDays), quorum: rule.quorum.join('/'), majority: rule.majority as string, rotation: rule.rotation === 'country', source: '' })
  const set = (to: Partial<typeof filled>) => fill({ ...filled, ...to })
  const deed = useDeed(electionsApi.addRules, ['/elections'])
  const [num, of] = filled.quorum.split('/').map(Number)
  const changed: OfficeRule = { ...rule, years: Number(filled.years), limit: Number(filled.limit), protestDays: Number(filled.protestDays), quorum: [num ?? 0, of ?? 1], majority: filled.majority as OfficeRule['majority'], rotation: filled.rotation ? 'country' : 'none' }
  const send = () => deed.mutate({ params: { id: offices.alliance.id }, body: { rules: offices.rules.map((one) => (one.post === rule.post ? changed : one)), source: filled.source || null } }, { onSuccess: () => (say(text('elections.rule-changed')), onClose()) })
  return (
    <Dialog open side onClose={onClose} title={`${text('elections.change-rule')}: ${text(`alliances.posts.${rule.post}`)}`} actions={<Button look="primary" busy={deed.isPending} onPress={send}>{text('elections.save')}</Button>}>
      <div className="election-pair">
        <TextField label={text('elections.rule.years')} type="number" required value={filled.years} onChange={(years) => set({ years })} />
        <TextField label={text('elections.rule.limit')} type="number" required value={filled.limit} onChange={(limit) => set({ limit })} />
        <TextField label={text('elections.rule.protest')} type="number" required value={filled.protestDays} onChange={(protestDays) => set({ protestDays })} />
      </div>
      <SelectField label={text('elections.rule.majority')} required value={filled.majority} onChange={(majority) => set({ majority })} options={(['absolute', 'relative'] as const).map((value) => ({ value, label: text(`elections.majority.${value}`) }))} />
      <SelectField label={text('elections.rule.quorum')} required value={filled.quorum} onChange={(quorum) => set({ quorum })} options={['1/3', '1/2', '2/3'].map((value) => ({ value, label: value }))} />
      <CheckField label={text('elections.rotation')} checked={filled.rotation} onChange={(rotation) => set({ rotation })} />
      <TextField label={text('elections.rule.source')} value={filled.source} maxLength={500} onChange={(source) => set({ source })} />
      {deed.error ? <ErrorNote error={deed.error} /> : null}
    </Dialog>
  )
}
