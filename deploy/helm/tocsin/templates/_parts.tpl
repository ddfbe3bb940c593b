{{- /* Names, labels and the pod that hub and worker share. */ -}}
{{- define "tocsin.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "tocsin.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "tocsin.labels" -}}
{{ include "tocsin.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "tocsin.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}{{ .Values.serviceAccount.name | default (include "tocsin.name" .) }}{{ else }}{{ .Values.serviceAccount.name | default "default" }}{{ end }}
{{- end }}

{{- /* A Deployment of one of the two processes: root, part, process (its values), program, port, portVariable. */ -}}
{{- define "tocsin.deployment" -}}
{{- $values := .root.Values -}}
{{- $secret := required "servers.existingSecret is required: the secret that holds MONGODB_URL and REDIS_URL" $values.servers.existingSecret -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "tocsin.name" .root }}-{{ .part }}
  labels:
    {{- include "tocsin.labels" . | nindent 4 }}
spec:
  replicas: {{ .process.replicas }}
  selector:
    matchLabels:
      {{- include "tocsin.selector" . | nindent 6 }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  template:
    metadata:
      labels:
        {{- include "tocsin.labels" . | nindent 8 }}
      {{- with .process.podAnnotations }}
      annotations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    spec:
      serviceAccountName: {{ include "tocsin.serviceAccount" .root }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      # Hub and worker finish what they do in 12 s at most; the rest is for the balancer to notice.
      terminationGracePeriodSeconds: 30
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
        runAsGroup: 1000
        fsGroup: 1000
        seccompProfile:
          type: RuntimeDefault
      {{- with $values.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              {{- include "tocsin.selector" . | nindent 14 }}
      {{- with .process.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .process.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .part }}
          image: "{{ $values.image.repository }}:{{ $values.image.tag | default .root.Chart.AppVersion }}"
          imagePullPolicy: {{ $values.image.pullPolicy }}
          command: ["node", {{ .program | quote }}]
          env:
            - name: MONGODB_URL
              valueFrom:
                secretKeyRef: { name: {{ $secret | quote }}, key: {{ $values.servers.mongodbUrlKey | quote }} }
            - name: REDIS_URL
              valueFrom:
                secretKeyRef: { name: {{ $secret | quote }}, key: {{ $values.servers.redisUrlKey | quote }} }
            {{- with $values.servers.secretsKeyKey }}
            - name: TOCSIN_SECRETS_KEY
              valueFrom:
                secretKeyRef: { name: {{ $secret | quote }}, key: {{ . | quote }} }
            {{- end }}
            # A key that a pod made by itself would be lost with it.
            - name: TOCSIN_SECRETS_KEY_FILE
              value: none
            - name: TOCSIN_HOST
              value: "0.0.0.0"
            - name: {{ .portVariable }}
              value: {{ .port | quote }}
            {{- range $name, $value := $values.settings }}
            - name: {{ $name }}
              value: {{ $value | quote }}
            {{- end }}
          ports:
            - name: http
              containerPort: {{ .port }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          # The database may be created, and the reference sets loaded, at the first start.
          startupProbe:
            httpGet: { path: /healthz, port: http }
            periodSeconds: 5
            failureThreshold: 60
          livenessProbe:
            httpGet: { path: /healthz, port: http }
            periodSeconds: 10
            timeoutSeconds: 4
            failureThreshold: 6
          readinessProbe:
            httpGet: { path: /readyz, port: http }
            periodSeconds: 5
            timeoutSeconds: 4
            failureThreshold: 2
          resources:
            {{- toYaml .process.resources | nindent 12 }}
          volumeMounts:
            - { name: data, mountPath: /data }
            - { name: tmp, mountPath: /tmp }
      volumes:
        - name: data
          emptyDir: { sizeLimit: 64Mi }
        - name: tmp
          emptyDir: { sizeLimit: 256Mi }
{{- end }}
