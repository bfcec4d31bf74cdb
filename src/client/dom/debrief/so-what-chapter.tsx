import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PromptView, RoleView, SoWhatView } from '../../../core/view-model/index.ts';
import { Button } from '../parts/button.tsx';
import { useDom, useWords } from '../parts/env.ts';
import { ProseText } from '../parts/prose.tsx';
import { Footnotes } from '../play/footnotes.tsx';
import type { ChapterProps } from './chapters.ts';
import { watchNote } from './watch-note.ts';

const DEVICE_NOTE = 'so-what-device';

/** Questions to think about, other sides to argue for, and what a source is worth; own words stay on the device. */
export function SoWhatChapter({ debrief: { soWhat } }: ChapterProps) {
  const { send } = useDom();
  const t = useWords();
  return (
    <div class="so-what">
      <section aria-labelledby="so-what-prompts">
        <h3 id="so-what-prompts">{t('debrief.soWhat.prompts')}</h3>
        <p>{t('debrief.soWhat.lead')}</p>
        <p id={DEVICE_NOTE} class="fine-print">
          {t('debrief.soWhat.device', { max: soWhat.maxLength })}
        </p>
        <Prompts soWhat={soWhat} prompts={soWhat.prompts} />
        {soWhat.more.length > 0 && (
          <Fold
            name="more"
            title={t('debrief.soWhat.more', { count: soWhat.more.length })}
            notes={soWhat.more}
          >
            <Prompts soWhat={soWhat} prompts={soWhat.more} />
          </Fold>
        )}
      </section>
      {soWhat.roles.length > 0 && (
        <section aria-labelledby="so-what-roles">
          <h3 id="so-what-roles">{t('debrief.soWhat.roles')}</h3>
          <p>{t('debrief.soWhat.roles.lead')}</p>
          {soWhat.roles.map((role) => (
            <Role key={role.id} soWhat={soWhat} role={role} />
          ))}
        </section>
      )}
      <div class="so-what__take">
        <Button
          action="take-notes"
          icon="download-simple"
          onPress={() => send({ type: 'debrief.take', what: 'notes' })}
        >
          {t('debrief.soWhat.take')}
        </Button>
        <p class="so-what__state" role="status" data-state={soWhat.state}>
          {t('debrief.soWhat.state', { state: soWhat.state })}
        </p>
      </div>
      {soWhat.sourceCount > 0 && (
        <section aria-labelledby="so-what-sources">
          <h3 id="so-what-sources">{t('debrief.soWhat.sources')}</h3>
          <p>{t('debrief.soWhat.sources.why')}</p>
          <Button
            action="round-sources"
            icon="magnifying-glass"
            onPress={() => send({ type: 'round.start', kind: 'sources' })}
          >
            {t('debrief.soWhat.sources.start', { count: soWhat.sourceCount })}
          </Button>
        </section>
      )}
      <Footnotes facts={soWhat.footnotes} />
    </div>
  );
}

interface PromptsProps {
  readonly soWhat: SoWhatView;
  readonly prompts: readonly PromptView[];
}

function Prompts({ soWhat, prompts }: PromptsProps) {
  return (
    <ol class="so-what__prompts">
      {prompts.map((prompt) => (
        <li key={prompt.id}>
          <NoteField soWhat={soWhat} prompt={prompt} />
        </li>
      ))}
    </ol>
  );
}

function Role({ soWhat, role }: { readonly soWhat: SoWhatView; readonly role: RoleView }) {
  const t = useWords();
  return (
    <Fold name={role.id} title={t('debrief.soWhat.role', { name: role.name })} notes={[role]}>
      <p class="so-what__case">
        <ProseText prose={role.case} />
      </p>
      <NoteField soWhat={soWhat} prompt={role} />
    </Fold>
  );
}

interface FoldProps {
  readonly name: string;
  readonly title: string;
  /** Open from the start where something is written. */
  readonly notes: readonly PromptView[];
  readonly children: ComponentChildren;
}

function Fold({ name, title, notes, children }: FoldProps) {
  const [isOpen] = useState(notes.some(({ note }) => note !== ''));
  return (
    <details class="so-what__fold" open={isOpen} data-fold={name}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** A question, and room for own words as soon as it is known which are there. */
function NoteField({ soWhat, prompt }: { readonly soWhat: SoWhatView; readonly prompt: PromptView }) {
  const field = `note-${prompt.id}`;
  return (
    <div class="so-what__note">
      <label for={field}>{prompt.text}</label>
      {soWhat.state !== 'reading' && (
        <NoteText key={soWhat.run} id={field} run={soWhat.run} prompt={prompt} maxLength={soWhat.maxLength} />
      )}
    </div>
  );
}

interface NoteTextProps {
  readonly id: string;
  readonly run: string;
  readonly prompt: PromptView;
  readonly maxLength: number;
}

/** The words belong to the writer: what is drawn anew meanwhile touches neither them nor the caret. */
function NoteText({ id, run, prompt, maxLength }: NoteTextProps) {
  const { send } = useDom();
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = area.current;
    if (!field) return;
    field.value = prompt.note;
    return watchNote(field, window, (text) => send({ type: 'debrief.note', run, prompt: prompt.id, text }));
    // The note is what was there when the field came.
  }, [run, prompt.id]);
  return <textarea ref={area} id={id} rows={4} maxLength={maxLength} aria-describedby={DEVICE_NOTE} />;
}
