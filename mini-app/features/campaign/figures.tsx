/** How many were handed in and recognised, from the printed report; what this system counted stands beside it, never instead. */

import type { Campaign, Round } from '#contract/campaign.ts';
import { formatNumber } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';

interface Bar {
  label: string;
  submitted: number;
  recognised: number;
}

export function Figures({ campaign }: { campaign: Campaign }) {
  const reported = campaign.rounds.filter(({ reported }) => reported !== null);
  const counted = campaign.rounds.filter(({ counted }) => counted !== null);
  return (
    <>
      {reported.length > 0 && <Reported campaign={campaign} rounds={reported} />}
      {counted.length > 0 && (
        <Section title="Hệ thống này đếm được">
          <ul className="list">
            {counted.map(({ id, name, counted }) => (
              <li key={id}>
                <div className="row">
                  <span className="row-words">
                    <span className="row-title">{name}</span>
                    <span className="row-line">
                      {formatNumber(counted?.submitted ?? 0)} hồ sơ đã nộp
                      {(counted?.recognised ?? 0) > 0
                        ? `, ${formatNumber(counted?.recognised ?? 0)} đã được công nhận`
                        : ''}
                    </span>
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Reported({ campaign, rounds }: { campaign: Campaign; rounds: Round[] }) {
  const bars: Bar[] = rounds.flatMap(({ name, reported }) =>
    reported === null
      ? []
      : [{ label: name, submitted: reported.submitted, recognised: reported.recognised }],
  );
  const total: Bar = {
    label: 'Cả năm',
    submitted: bars.reduce((sum, { submitted }) => sum + submitted, 0),
    recognised: bars.reduce((sum, { recognised }) => sum + recognised, 0),
  };
  const shown = bars.length > 1 ? [...bars, total] : bars;
  const sources = [...new Set(rounds.map(({ reported }) => reported?.source ?? ''))].filter(Boolean);
  return (
    <Section title={`Kết quả năm ${campaign.year}`}>
      <p className="small muted">Số sáng kiến được công nhận trên số hồ sơ đã nộp</p>
      <div className="card bars">
        {shown.map((bar) => (
          <div key={bar.label}>
            <p className="bar-words">
              <span className="medium">{bar.label}</span>
              <span className="number">
                <strong>{formatNumber(bar.recognised)}</strong>
                <span className="muted"> trên {formatNumber(bar.submitted)}</span>
              </span>
            </p>
            <div className="bar-track" aria-hidden="true">
              <div
                className="bar-all"
                style={{ width: `${(100 * bar.submitted) / Math.max(1, total.submitted)}%` }}
              >
                <div
                  className="bar-part"
                  style={{ width: `${(100 * bar.recognised) / Math.max(1, bar.submitted)}%` }}
                />
              </div>
            </div>
          </div>
        ))}
        <p className="tiny meta legend" aria-hidden="true">
          <span>
            <i />
            Được công nhận
          </span>
          <span>
            <i className="legend-all" />
            Hồ sơ đã nộp
          </span>
        </p>
      </div>
      {campaign.city !== null && (
        <div className="card card-soft tone-spark twins">
          <div>
            <p className="display number">{formatNumber(campaign.city.recognised)}</p>
            <p className="small">{campaign.city.what}</p>
          </div>
        </div>
      )}
      {sources.map((source) => (
        <p key={source} className="small muted">
          Nguồn: {source}
        </p>
      ))}
    </Section>
  );
}
