// Copies a text and says so: an identifier, an address.
import { useClipboard } from '@mantine/hooks'
import { useText } from '../text.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export function CopyButton({ value, what }: { value: string; what: string }) {
  const text = useText()
  const { copy, copied } = useClipboard({ timeout: 2000 })
  return (
    <Button small look="quiet" label={text('web.copy', { what })} onPress={() => copy(value)}>
      <Icon name={copied ? 'check' : 'copy'} size={14} />
      <span aria-live="polite">{text(copied ? 'web.copied' : 'web.copy-short')}</span>
    </Button>
  )
}
