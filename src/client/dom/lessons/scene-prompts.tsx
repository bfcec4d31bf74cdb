import type { ScenePromptsView } from '../../../core/view-model/index.ts';

/** Questions to talk about, scene by scene. */
export function ScenePrompts({
  scenes,
  heading: Heading,
}: {
  readonly scenes: readonly ScenePromptsView[];
  readonly heading: 'h3' | 'h4';
}) {
  return (
    <ul class="scene-prompts">
      {scenes.map(({ scene, title, prompts }) => (
        <li key={scene} data-scene-prompts={scene}>
          <Heading class="small-heading">{title}</Heading>
          <ul>
            {prompts.map((prompt, index) => (
              <li key={index}>{prompt}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
