import type { LaterView } from '../../../core/view-model/index.ts';
import { ProseText } from '../parts/prose.tsx';

/** What was said and done about each question, then and now, side by side. */
export function Comparisons({ later: { title, then, now, comparisons } }: { readonly later: LaterView }) {
  return (
    <section class="later" aria-labelledby="later-title" data-part="comparisons">
      <h3 id="later-title">{title}</h3>
      {comparisons.map((comparison) => (
        <section key={comparison.id} class="later__pair" data-comparison={comparison.id}>
          <h4>{comparison.topic}</h4>
          <dl class="later__sides">
            <div>
              <dt>{then}</dt>
              <dd>
                <ProseText prose={comparison.then} />
              </dd>
            </div>
            <div>
              <dt>{now}</dt>
              <dd>
                <ProseText prose={comparison.now} />
              </dd>
            </div>
          </dl>
        </section>
      ))}
    </section>
  );
}
