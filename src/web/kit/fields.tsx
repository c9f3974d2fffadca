// The fields of a form.
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { DayField, type KnownDay } from '../ui/fields/day-field.tsx'
import { Form } from '../ui/fields/field.tsx'
import { FileField } from '../ui/fields/file-field.tsx'
import { OrganisationPicker, type Pick } from '../ui/fields/picker.tsx'
import { TagsField } from '../ui/fields/tags-field.tsx'
import { CheckField, ChoiceField, SelectField, TextField } from '../ui/fields/text-field.tsx'
import { LanguageNames } from '../ui/names.tsx'
import { Section } from '../ui/page.tsx'
import { sampleRows } from './samples.ts'

const find = async (typed: string): Promise<Pick[]> =>
  sampleRows.slice(0, 5).filter(({ names }) => names.some(({ value }) => value.toLowerCase().includes(typed.toLowerCase())))
    .map(({ id, names, country }) => ({ id, words: names[0]!.value, label: <LanguageNames names={names} line />, about: country }))

export function FieldSamples() {
  const [title, setTitle] = useState('')
  const [day, setDay] = useState<KnownDay | null>({ value: '2018-04-01', precision: 'month' })
  const [pick, setPick] = useState<Pick | null>(null)
  const [tags, setTags] = useState(['UoS', 'جامعہ سرگودھا'])
  const [file, setFile] = useState<File | null>(null)
  const [kind, setKind] = useState('memorandum')
  const [told, setTold] = useState(true)
  return (
    <Section title="Fields">
      <Form onSubmit={() => {}} actions={<><Button type="submit" look="primary">Save</Button><Button look="quiet">Cancel</Button></>}>
        <TextField label="Title" value={title} onChange={setTitle} required hint="As both sides write it." wrong={['web.invalid']} />
        <OrganisationPicker label="Partner" value={pick} onChange={setPick} find={find} onNew={() => {}} required />
        <DayField label="Signed on" value={day} onChange={setDay} />
        <SelectField label="Kind" value={kind} onChange={setKind} none="Not stated" options={[{ value: 'memorandum', label: 'Memorandum' }, { value: 'charter', label: 'Charter' }]} />
        <ChoiceField label="Term" value={kind} onChange={setKind} options={[{ value: 'memorandum', label: 'Fixed', hint: 'For example five years' }, { value: 'charter', label: 'Until one side ends it' }]} />
        <TagsField label="Other names" values={tags} onChange={setTags} />
        <TextField label="Remarks" value={title} onChange={setTitle} lines={3} />
        <CheckField label="Tell both sides" checked={told} onChange={setTold} />
        <FileField label="Scan" file={file} onChange={setFile} accept="application/pdf" />
      </Form>
    </Section>
  )
}
