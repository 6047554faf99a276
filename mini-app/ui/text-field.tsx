/** Fields for writing: one line, and a text area that grows with its text. Both fit `{...register('name')}`. */

import {
  type ComponentPropsWithoutRef,
  type FormEvent,
  forwardRef,
  type MutableRefObject,
  type Ref,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { countLetters } from '#domain/text.ts';
import { Counter } from './counter.tsx';
import { controlProps, Field, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';

interface Limited extends FieldWords {
  /** In letters as a reader counts them. Text over it is kept and counted, never cut. */
  limit?: number;
}

type TextFieldProps = Limited & Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'className'>;
type TextAreaProps = Limited & Omit<ComponentPropsWithoutRef<'textarea'>, 'id' | 'className'>;

function shareRef<T>(own: MutableRefObject<T | null>, given: Ref<T>) {
  return (element: T | null) => {
    own.current = element;
    if (typeof given === 'function') given(element);
    else if (given !== null) (given as MutableRefObject<T | null>).current = element;
  };
}

/** Counts what stands in the control, whoever wrote it there: the person, a default, or the form. */
function useLetters(own: MutableRefObject<HTMLInputElement | HTMLTextAreaElement | null>, limit?: number) {
  const [letters, setLetters] = useState(0);
  const count = () => {
    if (limit !== undefined) setLetters(countLetters(own.current?.value ?? ''));
  };
  useLayoutEffect(count);
  return { letters, count };
}

/** One line of text. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(props, ref) {
  const { id, label, hint, error, optional, limit, onInput, ...input } = props;
  const made = useId();
  const fieldId = id ?? input.name ?? made;
  const words = { label, hint, error, optional };
  const own = useRef<HTMLInputElement>(null) as MutableRefObject<HTMLInputElement | null>;
  const { letters, count } = useLetters(own, limit);
  return (
    <Field {...words} id={fieldId} below={limit !== undefined && <Counter letters={letters} limit={limit} />}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        {...controlProps(fieldId, words)}
        className="control"
        ref={shareRef(own, ref)}
        onInput={(event: FormEvent<HTMLInputElement>) => {
          count();
          onInput?.(event);
        }}
      />
    </Field>
  );
});

/** Longer text; never scrolls inside. `rows` is only the height while empty. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(props, ref) {
  const { id, label, hint, error, optional, limit, onInput, rows = 3, ...input } = props;
  const made = useId();
  const fieldId = id ?? input.name ?? made;
  const words = { label, hint, error, optional };
  const own = useRef<HTMLTextAreaElement>(null) as MutableRefObject<HTMLTextAreaElement | null>;
  const { letters, count } = useLetters(own, limit);

  const grow = () => {
    const area = own.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  useLayoutEffect(grow);

  return (
    <Field {...words} id={fieldId} below={limit !== undefined && <Counter letters={letters} limit={limit} />}>
      <textarea
        {...input}
        {...controlProps(fieldId, words)}
        rows={rows}
        className="control"
        ref={shareRef(own, ref)}
        onInput={(event: FormEvent<HTMLTextAreaElement>) => {
          grow();
          count();
          onInput?.(event);
        }}
      />
    </Field>
  );
});

interface SearchFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'className' | 'type'> {
  label: string;
}

/** A search box; its label is spoken, the placeholder shows what can be searched. */
export function SearchField({ label, ...input }: SearchFieldProps) {
  return (
    <div className="search">
      <Icon name="search" />
      <input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        {...input}
        aria-label={label}
        className="control"
      />
    </div>
  );
}
