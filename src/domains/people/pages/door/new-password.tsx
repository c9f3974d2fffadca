// Choosing a password: what makes a good one is said before, not after.
import { useText } from '#web/text.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'

type Props = { email: string | null; value: string; onChange: (password: string) => void; wrong?: string[] | undefined }

export function NewPassword({ email, value, onChange, wrong }: Props) {
  const text = useText()
  return (
    <>
      {/* Password managers keep the password under this name. */}
      {email && <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />}
      <TextField label={text('people.new-password')} hint={text('people.password-hint')} type="password" name="new-password" autoComplete="new-password"
        value={value} onChange={onChange} required wrong={wrong} />
    </>
  )
}
