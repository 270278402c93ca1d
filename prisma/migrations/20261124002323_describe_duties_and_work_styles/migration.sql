-- Describe duties and work styles
--
-- Every office has the catalogue: what each duty is, and the 16 O*NET work styles with their importance for executive
-- assistants (43-6011.00). From prisma/seed/onet (O*NET Database, CC BY 4.0, see NOTICE); the Swedish is Standby's own.
-- A description somebody has written already is kept.

UPDATE duties SET description_en = text.en, description_sv = text.sv
FROM (VALUES
  ('phones', 'Answer phone calls and direct calls to appropriate parties or take messages.', 'Svarar i telefon och kopplar samtal till rätt person eller tar emot meddelanden.'),
  ('messages', 'Open, sort, and distribute incoming correspondence, including email.', 'Öppnar, sorterar och fördelar inkommande post och e-post.'),
  ('correspondence', 'Prepare responses to correspondence containing routine inquiries.', 'Besvarar brev och e-post med återkommande frågor.'),
  ('calendar', 'Manage and maintain executives'' schedules.', 'Sköter chefens kalender och håller den aktuell.'),
  ('meetings', 'Prepare agendas and make arrangements, such as coordinating catering for luncheons, for committee, board, and other meetings.', 'Förbereder dagordningar och ordnar det praktiska, till exempel lunch, kring ledningsgruppens, styrelsens och andra möten.'),
  ('travel', 'Make travel arrangements for executives.', 'Bokar och ordnar chefens resor.'),
  ('expenses', 'Perform basic bookkeeping work, such as expense claims and invoices.', 'Sköter enklare bokföring, till exempel reseräkningar, utlägg och fakturor.'),
  ('reception', 'Greet visitors and determine whether they should be given access to specific individuals.', 'Tar emot besökare och avgör vem de ska få träffa.'),
  ('research', 'Conduct research, compile data, and prepare papers for consideration and presentation by executives, committees, and boards of directors.', 'Söker information, sammanställer uppgifter och tar fram underlag som chefer, kommittéer och styrelse ska ta ställning till.'),
  ('sales_support', 'Provide services to customers, such as order placement or account information.', 'Hjälper kunder, till exempel med beställningar och kontouppgifter.'),
  ('prescreening', 'Meet with individuals, such as job candidates, on behalf of executives.', 'Träffar till exempel arbetssökande för chefens räkning.')
) AS text (id, en, sv)
WHERE duties.id = text.id AND duties.description_en = '' AND duties.description_sv = '';

INSERT INTO work_styles (id, onet_element, name_en, name_sv, importance, sort_order) VALUES
  ('achievement', 'Achievement/Effort', 'Achievement and effort', 'Prestationsvilja', 3.62, 1),
  ('persistence', 'Persistence', 'Persistence', 'Uthållighet', 3.85, 2),
  ('initiative', 'Initiative', 'Initiative', 'Initiativförmåga', 4.07, 3),
  ('leadership', 'Leadership', 'Leadership', 'Ledarskap', 3.52, 4),
  ('cooperation', 'Cooperation', 'Cooperation', 'Samarbete', 4.46, 5),
  ('concern_for_others', 'Concern for Others', 'Concern for others', 'Omtanke om andra', 4.14, 6),
  ('social_orientation', 'Social Orientation', 'Social orientation', 'Social läggning', 3.84, 7),
  ('self_control', 'Self-Control', 'Self-control', 'Självbehärskning', 4.11, 8),
  ('stress_tolerance', 'Stress Tolerance', 'Stress tolerance', 'Stresstålighet', 3.83, 9),
  ('adaptability', 'Adaptability/Flexibility', 'Adaptability and flexibility', 'Anpassningsförmåga och flexibilitet', 4.16, 10),
  ('dependability', 'Dependability', 'Dependability', 'Pålitlighet', 4.56, 11),
  ('attention_to_detail', 'Attention to Detail', 'Attention to detail', 'Noggrannhet', 4.59, 12),
  ('integrity', 'Integrity', 'Integrity', 'Integritet', 4.58, 13),
  ('independence', 'Independence', 'Independence', 'Självständighet', 4.04, 14),
  ('innovation', 'Innovation', 'Innovation', 'Nytänkande', 3.51, 15),
  ('analytical_thinking', 'Analytical Thinking', 'Analytical thinking', 'Analytisk förmåga', 3.52, 16);
