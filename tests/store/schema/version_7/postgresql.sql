-- The tables, views and guards of version 7, as that version made them.
CREATE TABLE calendar_day (
	date VARCHAR(10) COLLATE "C" NOT NULL, 
	is_working INTEGER NOT NULL, 
	working_no INTEGER NOT NULL, 
	provisional INTEGER NOT NULL, 
	PRIMARY KEY (date)
);
--
CREATE TABLE calendar_year (
	id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	exceptions VARCHAR COLLATE "C" NOT NULL, 
	source VARCHAR COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (year)
);
--
CREATE TABLE check_log (
	id SERIAL NOT NULL, 
	finding VARCHAR(200) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (finding)
);
--
CREATE TABLE emergency (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	retired INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
--
CREATE TABLE mail_log (
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	person_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	address VARCHAR(254) COLLATE "C" NOT NULL, 
	message_id VARCHAR(200) COLLATE "C" NOT NULL, 
	claimed_at VARCHAR COLLATE "C" NOT NULL, 
	sent_at VARCHAR COLLATE "C", 
	delivery VARCHAR COLLATE "C", 
	error VARCHAR(500) COLLATE "C", 
	PRIMARY KEY (day, person_id, number), 
	CONSTRAINT delivery_known CHECK (delivery IN ('sent', 'unsent', 'refused', 'no-address'))
);
--
CREATE TABLE office (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	region VARCHAR(12) COLLATE "C" NOT NULL, 
	language VARCHAR(8) COLLATE "C" NOT NULL, 
	timezone VARCHAR(64) COLLATE "C" NOT NULL, 
	hours VARCHAR(200) COLLATE "C" NOT NULL, 
	founder_uid INTEGER, 
	founder_login VARCHAR COLLATE "C", 
	rehearsal INTEGER, 
	PRIMARY KEY (id)
);
--
CREATE TABLE office_day (
	id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	working INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
--
CREATE TABLE office_function (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	retired INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
--
CREATE TABLE rank (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	level INTEGER NOT NULL, 
	retired INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
--
CREATE TABLE refusal_log (
	id SERIAL NOT NULL, 
	at VARCHAR COLLATE "C" NOT NULL, 
	actor_id INTEGER, 
	verb VARCHAR COLLATE "C" NOT NULL, 
	codes VARCHAR COLLATE "C" NOT NULL, 
	PRIMARY KEY (id)
);
--
CREATE TABLE schema_version (
	version INTEGER NOT NULL, 
	PRIMARY KEY (version)
);
--
CREATE TABLE setting (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	value VARCHAR(200) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
--
CREATE TABLE trail (
	seq INTEGER NOT NULL, 
	at VARCHAR COLLATE "C" NOT NULL, 
	day VARCHAR COLLATE "C" NOT NULL, 
	command INTEGER NOT NULL, 
	actor_id INTEGER NOT NULL, 
	behalf_id INTEGER, 
	role VARCHAR COLLATE "C" NOT NULL, 
	verb VARCHAR COLLATE "C" NOT NULL, 
	subject VARCHAR COLLATE "C" NOT NULL, 
	subject_id INTEGER NOT NULL, 
	item_id INTEGER, 
	body VARCHAR COLLATE "C" NOT NULL, 
	hash VARCHAR(64) COLLATE "C" NOT NULL, 
	by_login VARCHAR COLLATE "C", 
	recorded VARCHAR COLLATE "C", 
	PRIMARY KEY (seq)
);
--
CREATE INDEX trail_of_actor ON trail (actor_id, command);
--
CREATE INDEX trail_of_command ON trail (command, subject, subject_id);
--
CREATE INDEX trail_of_item ON trail (item_id, command, seq);
--
CREATE INDEX trail_of_row ON trail (subject, subject_id, seq);
--
CREATE TABLE unit (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	parent_id INTEGER, 
	nature VARCHAR COLLATE "C" NOT NULL, 
	functions VARCHAR COLLATE "C" NOT NULL, 
	retired INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT nature_known CHECK (nature IN ('service', 'writing', 'efficiency')), 
	UNIQUE (name), 
	FOREIGN KEY(parent_id) REFERENCES unit (id)
);
--
CREATE TABLE post (
	id INTEGER NOT NULL, 
	title VARCHAR(120) COLLATE "C" NOT NULL, 
	unit_id INTEGER NOT NULL, 
	rank_id INTEGER NOT NULL, 
	reports_to_id INTEGER, 
	seats INTEGER NOT NULL, 
	extension_days INTEGER, 
	stand_in_id INTEGER, 
	retired INTEGER NOT NULL, 
	may VARCHAR(4000) COLLATE "C", 
	may_not VARCHAR(4000) COLLATE "C", 
	how VARCHAR(4000) COLLATE "C", 
	degree VARCHAR(4000) COLLATE "C", 
	PRIMARY KEY (id), 
	UNIQUE (unit_id, title), 
	FOREIGN KEY(unit_id) REFERENCES unit (id), 
	FOREIGN KEY(rank_id) REFERENCES rank (id), 
	FOREIGN KEY(reports_to_id) REFERENCES post (id), 
	FOREIGN KEY(stand_in_id) REFERENCES post (id)
);
--
CREATE INDEX ix_post_reports_to_id ON post (reports_to_id);
--
CREATE INDEX ix_post_unit_id ON post (unit_id);
--
CREATE TABLE duty (
	id INTEGER NOT NULL, 
	title VARCHAR(300) COLLATE "C" NOT NULL, 
	post_id INTEGER NOT NULL, 
	function VARCHAR COLLATE "C", 
	kind VARCHAR COLLATE "C", 
	retired INTEGER NOT NULL, 
	nature VARCHAR COLLATE "C", 
	PRIMARY KEY (id), 
	CONSTRAINT nature_known CHECK (nature IN ('service', 'writing', 'efficiency')), 
	FOREIGN KEY(post_id) REFERENCES post (id)
);
--
CREATE INDEX ix_duty_post_id ON duty (post_id);
--
CREATE TABLE person (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	name_key VARCHAR(120) COLLATE "C" NOT NULL, 
	post_id INTEGER, 
	login VARCHAR(120) COLLATE "C", 
	email VARCHAR(254) COLLATE "C", 
	registrar INTEGER NOT NULL, 
	account INTEGER NOT NULL, 
	joined VARCHAR(10) COLLATE "C", 
	left_on VARCHAR(10) COLLATE "C", 
	PRIMARY KEY (id), 
	UNIQUE (name), 
	UNIQUE (name_key), 
	FOREIGN KEY(post_id) REFERENCES post (id), 
	UNIQUE (login)
);
--
CREATE INDEX ix_person_post_id ON person (post_id);
--
CREATE TABLE absence (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	since VARCHAR(10) COLLATE "C" NOT NULL, 
	until VARCHAR(10) COLLATE "C" NOT NULL, 
	stand_in_id INTEGER, 
	reason VARCHAR(300) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(stand_in_id) REFERENCES person (id)
);
--
CREATE INDEX ix_absence_person_id ON absence (person_id);
--
CREATE INDEX ix_absence_stand_in_id ON absence (stand_in_id);
--
CREATE TABLE body (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	name_key VARCHAR(120) COLLATE "C" NOT NULL, 
	contact VARCHAR(120) COLLATE "C" NOT NULL, 
	phone VARCHAR(60) COLLATE "C" NOT NULL, 
	email VARCHAR(254) COLLATE "C" NOT NULL, 
	follow_up_id INTEGER, 
	retired INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name), 
	UNIQUE (name_key), 
	FOREIGN KEY(follow_up_id) REFERENCES person (id)
);
--
CREATE TABLE clock_acceptance (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE TABLE decision (
	id INTEGER NOT NULL, 
	number VARCHAR(20) COLLATE "C" NOT NULL, 
	year INTEGER NOT NULL, 
	serial INTEGER NOT NULL, 
	title VARCHAR(500) COLLATE "C" NOT NULL, 
	title_key VARCHAR(500) COLLATE "C" NOT NULL, 
	source VARCHAR(500) COLLATE "C" NOT NULL, 
	decided_by VARCHAR(120) COLLATE "C" NOT NULL, 
	decided_by_id INTEGER, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	registered VARCHAR(10) COLLATE "C" NOT NULL, 
	none_needed VARCHAR(4000) COLLATE "C" NOT NULL, 
	reported VARCHAR(10) COLLATE "C", 
	report VARCHAR(4000) COLLATE "C" NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (year, serial), 
	UNIQUE (number), 
	FOREIGN KEY(decided_by_id) REFERENCES person (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE TABLE difficulty (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	text VARCHAR(4000) COLLATE "C" NOT NULL, 
	owner_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	due VARCHAR(10) COLLATE "C" NOT NULL, 
	answered VARCHAR(10) COLLATE "C", 
	answer VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(owner_id) REFERENCES person (id)
);
--
CREATE INDEX ix_difficulty_owner_id ON difficulty (owner_id);
--
CREATE INDEX ix_difficulty_person_id ON difficulty (person_id);
--
CREATE TABLE duty_support (
	id INTEGER NOT NULL, 
	duty_id INTEGER NOT NULL, 
	post_id INTEGER NOT NULL, 
	part VARCHAR(300) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(duty_id) REFERENCES duty (id), 
	FOREIGN KEY(post_id) REFERENCES post (id)
);
--
CREATE INDEX ix_duty_support_duty_id ON duty_support (duty_id);
--
CREATE TABLE finding_seen (
	id INTEGER NOT NULL, 
	rule VARCHAR(8) COLLATE "C" NOT NULL, 
	subject VARCHAR(200) COLLATE "C" NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_finding_seen_person_id ON finding_seen (person_id);
--
CREATE TABLE handover_note (
	id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	from_id INTEGER NOT NULL, 
	to_id INTEGER, 
	text VARCHAR(4000) COLLATE "C" NOT NULL, 
	done VARCHAR(10) COLLATE "C", 
	PRIMARY KEY (id), 
	FOREIGN KEY(from_id) REFERENCES person (id), 
	FOREIGN KEY(to_id) REFERENCES person (id)
);
--
CREATE TABLE past_leaving (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	left_on VARCHAR(10) COLLATE "C" NOT NULL, 
	until VARCHAR(10) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_past_leaving_person_id ON past_leaving (person_id);
--
CREATE TABLE past_post (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	post_id INTEGER, 
	until VARCHAR(10) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(post_id) REFERENCES post (id)
);
--
CREATE INDEX ix_past_post_person_id ON past_post (person_id);
--
CREATE TABLE procedure (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	kind VARCHAR COLLATE "C" NOT NULL, 
	post_id INTEGER NOT NULL, 
	duty_id INTEGER, 
	emergency_id INTEGER, 
	recurrence VARCHAR(300) COLLATE "C", 
	start VARCHAR(10) COLLATE "C", 
	until VARCHAR(10) COLLATE "C", 
	days_off VARCHAR COLLATE "C" NOT NULL, 
	generated_until VARCHAR(10) COLLATE "C", 
	retired INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT kind_known CHECK (kind IN ('documents', 'information', 'follow-up', 'meetings', 'engagements', 'emergency', 'other')), 
	CONSTRAINT days_off_known CHECK (days_off IN ('before', 'after', 'skip')), 
	UNIQUE (name), 
	FOREIGN KEY(post_id) REFERENCES post (id), 
	FOREIGN KEY(duty_id) REFERENCES duty (id), 
	FOREIGN KEY(emergency_id) REFERENCES emergency (id)
);
--
CREATE INDEX ix_procedure_post_id ON procedure (post_id);
--
CREATE TABLE reminder (
	id INTEGER NOT NULL, 
	number VARCHAR(60) COLLATE "C" NOT NULL, 
	year INTEGER NOT NULL, 
	serial INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	title VARCHAR(500) COLLATE "C" NOT NULL, 
	registered VARCHAR(10) COLLATE "C" NOT NULL, 
	due VARCHAR(10) COLLATE "C", 
	text VARCHAR(4000) COLLATE "C" NOT NULL, 
	result VARCHAR(4000) COLLATE "C" NOT NULL, 
	closed VARCHAR(10) COLLATE "C", 
	cancelled VARCHAR(10) COLLATE "C", 
	PRIMARY KEY (id), 
	UNIQUE (number), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_reminder_person_id ON reminder (person_id);
--
CREATE TABLE roster (
	id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	person_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE TABLE selection (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	manner VARCHAR COLLATE "C" NOT NULL, 
	result VARCHAR(4000) COLLATE "C" NOT NULL, 
	decided_by VARCHAR(120) COLLATE "C" NOT NULL, 
	evidence VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT manner_known CHECK (manner IN ('exam', 'interview', 'assessment', 'transfer', 'appointment')), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_selection_person_id ON selection (person_id);
--
CREATE TABLE alias (
	id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	name_key VARCHAR(120) COLLATE "C" NOT NULL, 
	person_id INTEGER, 
	unit_id INTEGER, 
	body_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(unit_id) REFERENCES unit (id), 
	FOREIGN KEY(body_id) REFERENCES body (id)
);
--
CREATE INDEX ix_alias_name_key ON alias (name_key);
--
CREATE TABLE procedure_pause (
	id INTEGER NOT NULL, 
	procedure_id INTEGER NOT NULL, 
	since VARCHAR(10) COLLATE "C" NOT NULL, 
	until VARCHAR(10) COLLATE "C", 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(procedure_id) REFERENCES procedure (id)
);
--
CREATE INDEX ix_procedure_pause_procedure_id ON procedure_pause (procedure_id);
--
CREATE TABLE procedure_version (
	id INTEGER NOT NULL, 
	procedure_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	since VARCHAR(10) COLLATE "C" NOT NULL, 
	title VARCHAR(500) COLLATE "C" NOT NULL, 
	source VARCHAR(500) COLLATE "C" NOT NULL, 
	goal VARCHAR(4000) COLLATE "C" NOT NULL, 
	urgency VARCHAR COLLATE "C" NOT NULL, 
	importance VARCHAR COLLATE "C" NOT NULL, 
	hours FLOAT, 
	ahead_days INTEGER NOT NULL, 
	due_days INTEGER NOT NULL, 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (procedure_id, number), 
	CONSTRAINT urgency_known CHECK (urgency IN ('most-urgent', 'urgent', 'ordinary')), 
	CONSTRAINT importance_known CHECK (importance IN ('major', 'normal')), 
	FOREIGN KEY(procedure_id) REFERENCES procedure (id)
);
--
CREATE INDEX ix_procedure_version_procedure_id ON procedure_version (procedure_id);
--
CREATE TABLE item (
	id INTEGER NOT NULL, 
	number VARCHAR(60) COLLATE "C" NOT NULL, 
	year INTEGER NOT NULL, 
	serial INTEGER, 
	title VARCHAR(500) COLLATE "C" NOT NULL, 
	title_key VARCHAR(500) COLLATE "C" NOT NULL, 
	source VARCHAR(500) COLLATE "C" NOT NULL, 
	source_key VARCHAR(500) COLLATE "C" NOT NULL, 
	kind VARCHAR COLLATE "C" NOT NULL, 
	urgency VARCHAR COLLATE "C" NOT NULL, 
	importance VARCHAR COLLATE "C" NOT NULL, 
	goal VARCHAR(4000) COLLATE "C" NOT NULL, 
	ordered_by VARCHAR(120) COLLATE "C" NOT NULL, 
	responsible VARCHAR(300) COLLATE "C" NOT NULL, 
	originator_id INTEGER NOT NULL, 
	lead_id INTEGER NOT NULL, 
	registered VARCHAR(10) COLLATE "C" NOT NULL, 
	issued VARCHAR(10) COLLATE "C" NOT NULL, 
	issued_at VARCHAR COLLATE "C" NOT NULL, 
	sign_by VARCHAR COLLATE "C", 
	signed VARCHAR(10) COLLATE "C", 
	sign_minutes INTEGER, 
	original_due VARCHAR(10) COLLATE "C", 
	due VARCHAR(10) COLLATE "C", 
	hours FLOAT, 
	feedback_every VARCHAR(20) COLLATE "C", 
	status VARCHAR COLLATE "C" NOT NULL, 
	closed VARCHAR(10) COLLATE "C", 
	cancelled VARCHAR(10) COLLATE "C", 
	imported INTEGER NOT NULL, 
	support_note VARCHAR(500) COLLATE "C" NOT NULL, 
	decision_id INTEGER, 
	point VARCHAR(500) COLLATE "C" NOT NULL, 
	began VARCHAR(10) COLLATE "C", 
	version INTEGER NOT NULL, 
	duty_id INTEGER, 
	procedure_id INTEGER, 
	procedure_version_id INTEGER, 
	occurrence VARCHAR(10) COLLATE "C", 
	origin VARCHAR COLLATE "C", 
	lead_time VARCHAR COLLATE "C", 
	depth VARCHAR COLLATE "C", 
	focus VARCHAR COLLATE "C", 
	parent_id INTEGER, 
	body_id INTEGER, 
	remarks VARCHAR(4000) COLLATE "C", 
	PRIMARY KEY (id), 
	CONSTRAINT status_known CHECK (status IN ('issued', 'in-hand', 'submitted', 'suspended', 'closed', 'cancelled')), 
	CONSTRAINT kind_known CHECK (kind IN ('adhoc', 'routine', 'emergency', 'own')), 
	CONSTRAINT urgency_known CHECK (urgency IN ('most-urgent', 'urgent', 'ordinary')), 
	CONSTRAINT importance_known CHECK (importance IN ('major', 'normal')), 
	CONSTRAINT origin_known CHECK (origin IN ('assigned', 'own')), 
	CONSTRAINT lead_time_known CHECK (lead_time IN ('current', 'ahead')), 
	CONSTRAINT depth_known CHECK (depth IN ('general', 'in-depth')), 
	CONSTRAINT focus_known CHECK (focus IN ('leader', 'hard-point', 'hot-issue')), 
	UNIQUE (year, serial), 
	UNIQUE (number), 
	FOREIGN KEY(originator_id) REFERENCES person (id), 
	FOREIGN KEY(lead_id) REFERENCES person (id), 
	FOREIGN KEY(decision_id) REFERENCES decision (id), 
	FOREIGN KEY(duty_id) REFERENCES duty (id), 
	FOREIGN KEY(procedure_id) REFERENCES procedure (id), 
	FOREIGN KEY(procedure_version_id) REFERENCES procedure_version (id), 
	FOREIGN KEY(parent_id) REFERENCES item (id), 
	FOREIGN KEY(body_id) REFERENCES body (id)
);
--
CREATE INDEX item_by_due ON item (due, id);
--
CREATE INDEX item_by_issue ON item (issued, id);
--
CREATE INDEX item_by_matter ON item (title_key, source_key, status);
--
CREATE INDEX item_by_registration ON item (registered);
--
CREATE UNIQUE INDEX item_of_occurrence ON item (procedure_id, occurrence);
--
CREATE INDEX ix_item_body_id ON item (body_id);
--
CREATE INDEX ix_item_closed ON item (closed);
--
CREATE INDEX ix_item_decision_id ON item (decision_id);
--
CREATE INDEX ix_item_lead_id ON item (lead_id);
--
CREATE INDEX ix_item_originator_id ON item (originator_id);
--
CREATE INDEX ix_item_parent_id ON item (parent_id);
--
CREATE INDEX ix_item_serial ON item (serial);
--
CREATE TABLE procedure_step (
	id INTEGER NOT NULL, 
	version_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title VARCHAR(500) COLLATE "C" NOT NULL, 
	post_id INTEGER, 
	standard VARCHAR(4000) COLLATE "C" NOT NULL, 
	check_point VARCHAR(4000) COLLATE "C" NOT NULL, 
	limit_amount INTEGER, 
	limit_unit VARCHAR COLLATE "C", 
	PRIMARY KEY (id), 
	UNIQUE (version_id, position), 
	CONSTRAINT limit_unit_known CHECK (limit_unit IN ('days', 'hours')), 
	FOREIGN KEY(version_id) REFERENCES procedure_version (id), 
	FOREIGN KEY(post_id) REFERENCES post (id)
);
--
CREATE INDEX ix_procedure_step_version_id ON procedure_step (version_id);
--
CREATE TABLE body_support (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	body_id INTEGER NOT NULL, 
	part VARCHAR(300) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(body_id) REFERENCES body (id)
);
--
CREATE INDEX ix_body_support_body_id ON body_support (body_id);
--
CREATE INDEX ix_body_support_item_id ON body_support (item_id);
--
CREATE TABLE extension (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	due_was VARCHAR(10) COLLATE "C", 
	asked_due VARCHAR(10) COLLATE "C" NOT NULL, 
	days INTEGER NOT NULL, 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	progress VARCHAR(4000) COLLATE "C" NOT NULL, 
	reviewer_id INTEGER, 
	reviewed VARCHAR(10) COLLATE "C", 
	verdict VARCHAR COLLATE "C", 
	granted_due VARCHAR(10) COLLATE "C", 
	granted_days INTEGER, 
	grant_limit INTEGER, 
	verdict_reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT verdict_known CHECK (verdict IN ('granted', 'declined')), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(reviewer_id) REFERENCES person (id)
);
--
CREATE INDEX ix_extension_item_id ON extension (item_id);
--
CREATE TABLE item_step (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	step_id INTEGER NOT NULL, 
	opened VARCHAR(10) COLLATE "C", 
	by VARCHAR COLLATE "C", 
	done VARCHAR(10) COLLATE "C", 
	done_at VARCHAR COLLATE "C", 
	person_id INTEGER, 
	text VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (item_id, step_id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(step_id) REFERENCES procedure_step (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_item_step_item_id ON item_step (item_id);
--
CREATE TABLE label (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	name VARCHAR(120) COLLATE "C" NOT NULL, 
	name_key VARCHAR(120) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id)
);
--
CREATE INDEX ix_label_item_id ON label (item_id);
--
CREATE INDEX ix_label_name_key ON label (name_key);
--
CREATE TABLE note (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	text VARCHAR(4000) COLLATE "C" NOT NULL, 
	progress INTEGER, 
	problem VARCHAR(4000) COLLATE "C" NOT NULL, 
	next_step VARCHAR(4000) COLLATE "C" NOT NULL, 
	evidence VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_note_item_id ON note (item_id);
--
CREATE TABLE past_closing (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	closed VARCHAR(10) COLLATE "C", 
	until VARCHAR(10) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id)
);
--
CREATE INDEX ix_past_closing_item_id ON past_closing (item_id);
--
CREATE TABLE past_deadline (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	due VARCHAR(10) COLLATE "C", 
	until VARCHAR(10) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id)
);
--
CREATE INDEX ix_past_deadline_item_id ON past_deadline (item_id);
--
CREATE TABLE past_lead (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	sign_by VARCHAR COLLATE "C", 
	signed VARCHAR(10) COLLATE "C", 
	sign_minutes INTEGER, 
	until VARCHAR(10) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_past_lead_item_id ON past_lead (item_id);
--
CREATE TABLE pause (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	since VARCHAR(10) COLLATE "C" NOT NULL, 
	until VARCHAR(10) COLLATE "C", 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id)
);
--
CREATE INDEX ix_pause_item_id ON pause (item_id);
--
CREATE TABLE prod (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	lead_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	level VARCHAR COLLATE "C" NOT NULL, 
	text VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT level_known CHECK (level IN ('blue', 'orange', 'red')), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(lead_id) REFERENCES person (id)
);
--
CREATE INDEX ix_prod_item_id ON prod (item_id);
--
CREATE INDEX ix_prod_lead_id ON prod (lead_id);
--
CREATE TABLE request (
	id INTEGER NOT NULL, 
	number VARCHAR(20) COLLATE "C" NOT NULL, 
	year INTEGER NOT NULL, 
	serial INTEGER NOT NULL, 
	item_id INTEGER, 
	title VARCHAR(500) COLLATE "C" NOT NULL, 
	matter_key VARCHAR(500) COLLATE "C" NOT NULL, 
	matters INTEGER NOT NULL, 
	tried VARCHAR(4000) COLLATE "C" NOT NULL, 
	recommend VARCHAR(4000) COLLATE "C" NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	exception VARCHAR COLLATE "C", 
	exception_reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	status VARCHAR COLLATE "C" NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT status_known CHECK (status IN ('pending', 'answered', 'withdrawn', 'frozen')), 
	CONSTRAINT exception_known CHECK (exception IN ('emergency', 'unreachable', 'named', 'unanswered', 'complaint')), 
	UNIQUE (year, serial), 
	UNIQUE (number), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_request_item_id ON request (item_id);
--
CREATE INDEX ix_request_matter_key ON request (matter_key);
--
CREATE INDEX ix_request_person_id ON request (person_id);
--
CREATE TABLE step_need (
	id INTEGER NOT NULL, 
	step_id INTEGER NOT NULL, 
	needs_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(step_id) REFERENCES procedure_step (id), 
	FOREIGN KEY(needs_id) REFERENCES procedure_step (id)
);
--
CREATE INDEX ix_step_need_step_id ON step_need (step_id);
--
CREATE TABLE submission (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	result VARCHAR(4000) COLLATE "C" NOT NULL, 
	achieved VARCHAR(300) COLLATE "C" NOT NULL, 
	reviewer_id INTEGER, 
	reviewed VARCHAR(10) COLLATE "C", 
	verdict VARCHAR COLLATE "C", 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	rating INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT verdict_known CHECK (verdict IN ('accepted', 'returned')), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(reviewer_id) REFERENCES person (id)
);
--
CREATE INDEX ix_submission_item_id ON submission (item_id);
--
CREATE TABLE support (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	part VARCHAR(300) COLLATE "C" NOT NULL, 
	since VARCHAR(10) COLLATE "C" NOT NULL, 
	until VARCHAR(10) COLLATE "C", 
	done VARCHAR(10) COLLATE "C", 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_support_item_id ON support (item_id);
--
CREATE INDEX ix_support_person_id ON support (person_id);
--
CREATE TABLE target (
	id INTEGER NOT NULL, 
	item_id INTEGER, 
	amount VARCHAR(40) COLLATE "C", 
	unit VARCHAR(120) COLLATE "C", 
	post_id INTEGER, 
	duty_id INTEGER, 
	parent_id INTEGER, 
	target_class VARCHAR COLLATE "C", 
	metric VARCHAR(300) COLLATE "C", 
	direction VARCHAR COLLATE "C", 
	threshold VARCHAR(40) COLLATE "C", 
	bonus VARCHAR(40) COLLATE "C", 
	weight VARCHAR(40) COLLATE "C", 
	period VARCHAR COLLATE "C", 
	computed VARCHAR COLLATE "C", 
	since VARCHAR(10) COLLATE "C", 
	until VARCHAR(10) COLLATE "C", 
	continues_id INTEGER, 
	person_id INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT target_class_known CHECK (target_class IN ('norm', 'output', 'efficiency-quality')), 
	CONSTRAINT direction_known CHECK (direction IN ('at-least', 'at-most')), 
	CONSTRAINT period_known CHECK (period IN ('month', 'quarter', 'year')), 
	CONSTRAINT computed_known CHECK (computed IN ('on-time', 'first-pass', 'return-rate', 'closed', 'sign-hours', 'turnaround')), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(post_id) REFERENCES post (id), 
	FOREIGN KEY(duty_id) REFERENCES duty (id), 
	FOREIGN KEY(parent_id) REFERENCES target (id), 
	FOREIGN KEY(continues_id) REFERENCES target (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_target_duty_id ON target (duty_id);
--
CREATE INDEX ix_target_item_id ON target (item_id);
--
CREATE INDEX ix_target_parent_id ON target (parent_id);
--
CREATE INDEX ix_target_person_id ON target (person_id);
--
CREATE INDEX ix_target_post_id ON target (post_id);
--
CREATE TABLE told (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_told_item_id ON told (item_id);
--
CREATE TABLE wait (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	person_id INTEGER, 
	waiting_for VARCHAR(300) COLLATE "C" NOT NULL, 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	since VARCHAR(10) COLLATE "C" NOT NULL, 
	until VARCHAR(10) COLLATE "C", 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_wait_item_id ON wait (item_id);
--
CREATE TABLE waiver (
	id INTEGER NOT NULL, 
	rule VARCHAR(8) COLLATE "C" NOT NULL, 
	item_id INTEGER NOT NULL, 
	approver_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	expires VARCHAR(10) COLLATE "C", 
	PRIMARY KEY (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(approver_id) REFERENCES person (id)
);
--
CREATE INDEX ix_waiver_item_id ON waiver (item_id);
--
CREATE TABLE checklist_point (
	id INTEGER NOT NULL, 
	target_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text VARCHAR(300) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(target_id) REFERENCES target (id)
);
--
CREATE INDEX ix_checklist_point_target_id ON checklist_point (target_id);
--
CREATE TABLE notice (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	cause VARCHAR COLLATE "C" NOT NULL, 
	item_id INTEGER, 
	request_id INTEGER, 
	decision_id INTEGER, 
	difficulty_id INTEGER, 
	handover_id INTEGER, 
	by_id INTEGER, 
	text VARCHAR(4000) COLLATE "C" NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	seen VARCHAR(10) COLLATE "C", 
	target_id INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT cause_known CHECK (cause IN ('copy', 'skipped', 'order', 'prod', 'difficulty', 'handover', 'answer', 'extension', 'part', 'undone', 'target', 'confirmed')), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(item_id) REFERENCES item (id), 
	FOREIGN KEY(request_id) REFERENCES request (id), 
	FOREIGN KEY(decision_id) REFERENCES decision (id), 
	FOREIGN KEY(difficulty_id) REFERENCES difficulty (id), 
	FOREIGN KEY(handover_id) REFERENCES handover_note (id), 
	FOREIGN KEY(by_id) REFERENCES person (id), 
	FOREIGN KEY(target_id) REFERENCES target (id)
);
--
CREATE INDEX ix_notice_item_id ON notice (item_id);
--
CREATE INDEX ix_notice_person_id ON notice (person_id);
--
CREATE INDEX ix_notice_target_id ON notice (target_id);
--
CREATE TABLE request_attempt (
	id INTEGER NOT NULL, 
	request_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	text VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_request_attempt_request_id ON request_attempt (request_id);
--
CREATE TABLE request_copy (
	id INTEGER NOT NULL, 
	request_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id), 
	FOREIGN KEY(person_id) REFERENCES person (id)
);
--
CREATE INDEX ix_request_copy_person_id ON request_copy (person_id);
--
CREATE INDEX ix_request_copy_request_id ON request_copy (request_id);
--
CREATE TABLE request_stage (
	id INTEGER NOT NULL, 
	request_id INTEGER NOT NULL, 
	holder_id INTEGER NOT NULL, 
	proper_id INTEGER, 
	since VARCHAR(10) COLLATE "C" NOT NULL, 
	until VARCHAR(10) COLLATE "C", 
	outcome VARCHAR COLLATE "C", 
	verdict VARCHAR COLLATE "C", 
	answer VARCHAR(4000) COLLATE "C" NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT outcome_known CHECK (outcome IN ('answered', 'escalated', 'withdrawn', 'frozen')), 
	CONSTRAINT verdict_known CHECK (verdict IN ('approved', 'refused', 'instructed')), 
	FOREIGN KEY(request_id) REFERENCES request (id), 
	FOREIGN KEY(holder_id) REFERENCES person (id), 
	FOREIGN KEY(proper_id) REFERENCES person (id)
);
--
CREATE INDEX ix_request_stage_holder_id ON request_stage (holder_id);
--
CREATE INDEX ix_request_stage_request_id ON request_stage (request_id);
--
CREATE TABLE target_result (
	id INTEGER NOT NULL, 
	target_id INTEGER NOT NULL, 
	period_start VARCHAR(10) COLLATE "C" NOT NULL, 
	day VARCHAR(10) COLLATE "C" NOT NULL, 
	person_id INTEGER NOT NULL, 
	value VARCHAR(40) COLLATE "C" NOT NULL, 
	pieces VARCHAR(40) COLLATE "C", 
	grade VARCHAR(40) COLLATE "C", 
	points VARCHAR(4000) COLLATE "C", 
	evidence VARCHAR(4000) COLLATE "C" NOT NULL, 
	corrects_id INTEGER, 
	reason VARCHAR(4000) COLLATE "C" NOT NULL, 
	confirmed VARCHAR(10) COLLATE "C", 
	confirmed_by_id INTEGER, 
	to_confirm INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(target_id) REFERENCES target (id), 
	FOREIGN KEY(person_id) REFERENCES person (id), 
	FOREIGN KEY(corrects_id) REFERENCES target_result (id), 
	FOREIGN KEY(confirmed_by_id) REFERENCES person (id)
);
--
CREATE INDEX ix_target_result_target_id ON target_result (target_id);
--
CREATE INDEX item_in_hands_by_due ON item (due, id) WHERE status IN ('issued', 'in-hand');
--
CREATE INDEX item_in_hands_by_lead ON item (lead_id, due) WHERE status IN ('issued', 'in-hand');
--
CREATE INDEX item_open_by_due ON item (due, id) WHERE status IN ('issued', 'in-hand', 'submitted', 'suspended');
--
CREATE INDEX item_unsigned_by_limit ON item (sign_by, id) WHERE status = 'issued';
--
CREATE INDEX item_awaiting_review ON item (due, id) WHERE status = 'submitted';
--
CREATE INDEX trail_of_reminders ON trail (seq) WHERE subject = 'reminder';
--
CREATE INDEX trail_commands ON trail (command) WHERE seq = command;
--
CREATE INDEX trail_of_corrections ON trail (seq) WHERE verb = 'correct';
--
CREATE INDEX trail_taken_back ON trail (seq) WHERE verb IN ('undo', 'redo');
--
CREATE INDEX trail_on_behalf ON trail (behalf_id, command) WHERE behalf_id IS NOT NULL;
--
CREATE INDEX trail_by_another_login ON trail (seq) WHERE by_login IS NOT NULL;
--
CREATE INDEX trail_dated_back ON trail (seq) WHERE recorded IS NOT NULL;
--
CREATE INDEX trail_by_act ON trail (verb, role) WHERE seq > 0;
--
CREATE VIEW v_person AS 
SELECT pe.id, pe.name, pe.login, pe.email, pe.registrar, pe.account, pe.joined, pe.left_on AS left_on,
       po.id AS post_id, po.title AS post, po.reports_to_id, po.extension_days,
       u.id AS unit_id, u.name AS unit, r.name AS rank_name, r.level AS level
FROM person pe
LEFT JOIN post po ON po.id = pe.post_id
LEFT JOIN unit u ON u.id = po.unit_id
LEFT JOIN rank r ON r.id = po.rank_id;
--
CREATE VIEW v_item AS 
SELECT i.id, i.number, i.year, i.serial, i.title, i.source, i.kind, i.urgency, i.importance, i.goal, i.ordered_by, i.responsible,
       i.originator_id, o.name AS originator, l.id AS lead_id, l.name AS lead, p.title AS post, u.id AS unit_id, u.name AS unit, r.level AS lead_level,
       i.registered, i.issued, i.issued_at, i.sign_by AS sign_by, i.signed AS signed, i.sign_minutes AS sign_minutes, i.original_due, i.due AS due,
       original_day.working_no AS original_due_no, due_day.working_no AS due_no, i.hours, i.feedback_every,
       i.status AS status, i.closed AS closed, i.cancelled AS cancelled, i.imported, i.support_note, i.remarks, i.version,
       i.duty_id, i.procedure_id, i.procedure_version_id, i.occurrence, i.parent_id, i.origin, i.lead_time, i.depth, i.focus,
       i.body_id, b.name AS body, b.contact AS body_contact, b.phone AS body_phone,
       COALESCE((SELECT MIN(c.closed) FROM past_closing c WHERE c.item_id = i.id
                   AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.item_id = c.item_id AND s.day <= c.closed)),
                (SELECT MIN(s.day) FROM submission s WHERE s.item_id = i.id)) AS first_submitted,
       (SELECT MAX(s.id) FROM submission s WHERE s.item_id = i.id) AS submission_id,
       (SELECT MAX(n.id) FROM note n WHERE n.item_id = i.id) AS note_id,
       (SELECT MAX(n.id) FROM note n WHERE n.item_id = i.id AND n.progress IS NOT NULL) AS progress_note_id,
       (SELECT MAX(x.id) FROM extension x WHERE x.item_id = i.id
          AND (x.verdict IS NULL)) AS pending_extension_id,
       (SELECT MAX(h.id) FROM wait h WHERE h.item_id = i.id
          AND (h.until IS NULL)) AS wait_id
FROM item i
LEFT JOIN person l ON l.id = i.lead_id
LEFT JOIN person o ON o.id = i.originator_id
LEFT JOIN post p ON p.id = l.post_id
LEFT JOIN unit u ON u.id = p.unit_id
LEFT JOIN rank r ON r.id = p.rank_id
LEFT JOIN body b ON b.id = i.body_id
LEFT JOIN calendar_day due_day ON due_day.date = i.due
LEFT JOIN calendar_day original_day ON original_day.date = i.original_due;
--
CREATE OR REPLACE FUNCTION officecli_keep_trail() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'the trail cannot be changed or deleted'; END$$;
--
CREATE OR REPLACE FUNCTION officecli_trail_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM trail) THEN RAISE EXCEPTION 'the trail goes on at its end only'; END IF;
  RETURN NEW;
END$$;
--
CREATE TRIGGER trail_is_not_changed BEFORE DELETE OR UPDATE ON trail FOR EACH ROW EXECUTE FUNCTION officecli_keep_trail();
--
CREATE TRIGGER trail_is_not_emptied BEFORE TRUNCATE ON trail FOR EACH STATEMENT EXECUTE FUNCTION officecli_keep_trail();
--
CREATE TRIGGER trail_is_in_order BEFORE INSERT ON trail FOR EACH ROW EXECUTE FUNCTION officecli_trail_in_order()
