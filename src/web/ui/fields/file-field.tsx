// A file, dropped here or chosen. What it is stands beneath; it goes out when the form says so.
import { useRef, useState } from 'react'
import { formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '../../text.tsx'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { Field, type FieldProps } from './field.tsx'
import './file-field.css'

type Props = FieldProps & { file: File | null; onChange: (file: File | null) => void; accept?: string }

export function FileField({ file, onChange, accept, ...field }: Props) {
  const text = useText()
  const locale = useLocale()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <Field {...field}>
      {(wiring) => (
        <div className={over ? 'file-field over' : 'file-field'}
          onDragOver={(event) => (event.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)}
          onDrop={(event) => (event.preventDefault(), setOver(false), onChange(event.dataTransfer.files[0] ?? null))}>
          <Icon name="file" size={24} />
          {file
            ? <p><strong><bdi>{file.name}</bdi></strong> <span className="quiet"><bdi>{sizeOf(file.size, locale)}</bdi></span></p>
            : <p>{text('web.file.drop')}</p>}
          <div className="row">
            <Button small onPress={() => input.current?.click()}>{text(file ? 'web.file.other' : 'web.file.choose')}</Button>
            {file && <Button small look="quiet" onPress={() => onChange(null)}>{text('web.remove')}</Button>}
          </div>
          <input {...wiring} ref={input} type="file" accept={accept} className="unseen"
            onChange={(event) => (onChange(event.target.files?.[0] ?? null), (event.target.value = ''))} />
        </div>
      )}
    </Field>
  )
}

function sizeOf(bytes: number, locale: ReturnType<typeof useLocale>): string {
  const [unit, size] = bytes < 1_000_000 ? ['kilobyte', bytes / 1000] as const : ['megabyte', bytes / 1_000_000] as const
  return formatNumber(size, locale, { style: 'unit', unit, maximumFractionDigits: 1 })
}
