import type { PlanBView } from '../../../core/view-model/index.ts';
import { useWords } from '../parts/env.ts';

/** The worth of the contract as a bar, plan B as a line across: only what reaches the line is worth signing. */
export function PlanB({ planB }: { readonly planB: PlanBView }) {
  const t = useWords();
  const { party, draft, color } = planB;
  return (
    <div
      class="plan-b"
      data-party={party}
      data-color={color}
      data-enough={planB.isDraftEnough}
      style={{ '--draft': `${draft}%`, '--plan-b': `${planB.planB}%` }}
    >
      <div class="plan-b__track" aria-hidden="true">
        <i class="plan-b__bar" />
        <i class="plan-b__line" />
      </div>
      <p class="plan-b__words">
        <span aria-hidden="true">
          {t('table.planB.short', { draft: Math.round(draft), planB: Math.round(planB.planB) })}
        </span>
        <span class="visually-hidden">
          {t('table.planB', { draft: Math.round(draft), planB: Math.round(planB.planB) })}
        </span>
      </p>
    </div>
  );
}
